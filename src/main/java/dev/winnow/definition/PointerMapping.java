package dev.winnow.definition;

import java.util.LinkedHashMap;
import java.util.Map;
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
        .flatMap(
            place ->
                new Subtree(place.getKey())
                    .rest(inDefinition).map(place.getValue()::append).stream())
        .findFirst()
        .orElse(inDefinition);
  }
}
