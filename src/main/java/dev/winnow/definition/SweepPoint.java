package dev.winnow.definition;

import dev.winnow.catalog.Findings;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One point of a sweep.
 *
 * @param number from 1
 * @param values by their fields' places in the definition
 * @param parsed what came of the definition with these values
 */
public record SweepPoint(int number, Map<JsonPointer, JsonNode> values, ParsedDefinition parsed) {
  private static final JsonPointer NAME = JsonPointer.compile("/name");

  public static SweepPoint read(Definitions definitions, SweepForm form, int number) {
    Map<JsonPointer, JsonNode> values = form.grid().point(number);
    ObjectNode definition = form.definition().deepCopy();
    Findings findings = new Findings();
    for (Map.Entry<JsonPointer, JsonNode> value : values.entrySet()) {
      put(definition, value.getKey(), value.getValue().deepCopy(), findings);
      if (findings.hasErrors()) {
        return new SweepPoint(number, values, ParsedDefinition.refused(findings));
      }
    }
    if (definition.path("name").isString() && !values.containsKey(NAME)) {
      String name = definition.get("name").stringValue();
      definition.put("name", "%.120s: %.78s".formatted(name, Grid.label(values)));
    }
    return new SweepPoint(number, values, definitions.read(definition));
  }

  /** Puts a value where the pointer leads; objects on the way that are not there are made. */
  private static void put(ObjectNode root, JsonPointer place, JsonNode value, Findings findings) {
    JsonNode parent = root;
    for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
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
        findings.error(
            place,
            value,
            "The pointer leads nowhere: there is no element \"" + step + "\".",
            "a pointer to a field of the definition");
        return;
      }
    }
  }
}
