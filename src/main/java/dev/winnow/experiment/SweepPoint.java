package dev.winnow.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One point of a sweep.
 *
 * @param number from 1
 * @param values by JSON pointer into the definition
 * @param reading what came of the definition with these values
 */
record SweepPoint(int number, Map<String, JsonNode> values, Reading reading) {
  private static final String NAME = "/name";

  static SweepPoint read(Definitions definitions, SweepForm form, int number) {
    Map<String, JsonNode> values = form.grid().point(number);
    ObjectNode definition = form.definition().deepCopy();
    for (Map.Entry<String, JsonNode> value : values.entrySet()) {
      Optional<DefinitionError> error =
          put(definition, value.getKey(), value.getValue().deepCopy());
      if (error.isPresent()) {
        Reading refused = new Reading(Optional.empty(), List.of(error.get()), List.of());
        return new SweepPoint(number, values, refused);
      }
    }
    if (definition.path("name").isString() && !values.containsKey(NAME)) {
      String name = definition.get("name").stringValue();
      definition.put("name", "%.120s: %.78s".formatted(name, Grid.label(values)));
    }
    return new SweepPoint(number, values, definitions.read(definition));
  }

  /** Puts a value where the pointer leads; objects on the way that are not there are made. */
  private static Optional<DefinitionError> put(ObjectNode root, String place, JsonNode value) {
    JsonNode parent = root;
    JsonPointer rest = JsonPointer.compile(place);
    for (; !rest.matches(); rest = rest.tail()) {
      boolean last = rest.tail().matches();
      String step = rest.getMatchingProperty();
      if (parent instanceof ObjectNode object) {
        JsonNode next = object.path(step);
        parent = last ? value : next.isContainer() ? next : JsonNodeFactory.instance.objectNode();
        object.set(step, parent);
      } else if (parent instanceof ArrayNode array && array.has(rest.getMatchingIndex())) {
        JsonNode next = last ? value : array.get(rest.getMatchingIndex());
        parent = array.set(rest.getMatchingIndex(), next).get(rest.getMatchingIndex());
      } else {
        return Optional.of(
            new DefinitionError(
                place,
                value,
                "The pointer leads nowhere: there is no element \"" + step + "\".",
                "a pointer to a field of the definition"));
      }
    }
    return Optional.empty();
  }
}
