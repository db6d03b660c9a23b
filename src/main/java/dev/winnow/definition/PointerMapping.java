package dev.winnow.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Where parts of a definition stand in what was posted; errors are told there. */
final class PointerMapping {
  private final Map<JsonPointer, JsonPointer> places = new LinkedHashMap<>();

  void put(JsonPointer inDefinition, JsonPointer posted) {
    places.put(inDefinition, posted);
  }

  boolean has(JsonPointer inDefinition) {
    return places.containsKey(inDefinition);
  }

  /** Where a part stands in what was posted, or where it was if it does not stand there. */
  JsonPointer of(JsonPointer inDefinition) {
    return places.entrySet().stream()
        .flatMap(place -> rest(inDefinition, place.getKey()).map(place.getValue()::append).stream())
        .findFirst()
        .orElse(inDefinition);
  }

  /** What of a pointer leads on from another one; empty if it does not pass there. */
  private static Optional<JsonPointer> rest(JsonPointer pointer, JsonPointer start) {
    JsonPointer rest = pointer;
    for (JsonPointer step = start; !step.matches(); step = step.tail()) {
      if (rest.matches() || !rest.getMatchingProperty().equals(step.getMatchingProperty())) {
        return Optional.empty();
      }
      rest = rest.tail();
    }
    return Optional.of(rest);
  }
}
