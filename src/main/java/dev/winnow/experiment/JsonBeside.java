package dev.winnow.experiment;

import dev.winnow.catalog.Beside;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What stands around a field, in JSON.
 *
 * @param root the whole definition
 * @param here the object that the field belongs to
 */
record JsonBeside(JsonNode root, JsonNode here) implements Beside {
  @Override
  public Optional<Object> value(String place) {
    JsonNode node = place.startsWith("/") ? root.at(JsonPointer.compile(place)) : here.path(place);
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(PlainJson.values(node));
  }
}
