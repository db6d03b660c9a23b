package dev.winnow.definition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the plain values that a {@link dev.winnow.catalog.Domain} takes and gives. */
final class PlainJson {
  private PlainJson() {}

  /** Its texts and numbers, in lists and maps as they stand; truth values stay JSON. */
  static Object values(JsonNode node) {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false).map(PlainJson::values).toList();
    }
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.propertyNames().forEach(name -> fields.put(name, values(node.get(name))));
      return fields;
    }
    return node.isString() ? node.stringValue() : node;
  }

  /** The same the other way. */
  static JsonNode node(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof JsonNode json) {
      return json;
    }
    if (value instanceof BigDecimal decimal) {
      return nodes.numberNode(decimal);
    }
    if (value instanceof List<?> list) {
      return nodes.arrayNode().addAll(list.stream().map(PlainJson::node).toList());
    }
    if (value instanceof Map<?, ?> fields) {
      ObjectNode object = nodes.objectNode();
      fields.forEach((name, field) -> object.set(name.toString(), node(field)));
      return object;
    }
    return value instanceof Number number
        ? nodes.numberNode(number.longValue())
        : nodes.stringNode(value.toString());
  }
}
