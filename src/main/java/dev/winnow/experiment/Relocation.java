package dev.winnow.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Where parts of a definition stand in what was posted; errors are told there. */
final class Relocation {
  private final Map<JsonPointer, JsonPointer> places = new LinkedHashMap<>();

  void put(JsonPointer inDefinition, JsonPointer posted) {
    places.put(inDefinition, posted);
  }

  boolean has(JsonPointer inDefinition) {
    return places.containsKey(inDefinition);
  }

  /** The error where it stands in what was posted, or as it is if it stands elsewhere. */
  DefinitionError of(DefinitionError error) {
    JsonPointer pointer = JsonPointer.compile(error.pointer());
    return places.entrySet().stream()
        .flatMap(place -> rest(pointer, place.getKey()).map(place.getValue()::append).stream())
        .map(
            moved ->
                new DefinitionError(
                    moved.toString(), error.value(), error.detail(), error.allowed()))
        .findFirst()
        .orElse(error);
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
