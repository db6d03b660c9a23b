package dev.winnow.definition;

import dev.winnow.catalog.FieldContext;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What stands around a field, in JSON.
 *
 * @param root the whole definition
 * @param here the object that the field belongs to
 */
record JsonFieldContext(JsonNode root, JsonNode here) implements FieldContext {
  @Override
  public Optional<Object> value(String name) {
    return plain(here.path(name));
  }

  @Override
  public Optional<Object> value(JsonPointer pointer) {
    return plain(root.at(pointer));
  }

  private static Optional<Object> plain(JsonNode node) {
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(PlainJson.values(node));
  }
}
