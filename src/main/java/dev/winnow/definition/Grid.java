package dev.winnow.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values that a sweep gives to fields of a definition.
 *
 * @param axes by their places in the definition: at least one value each
 */
public record Grid(Map<JsonPointer, List<JsonNode>> axes) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The number of points, at most {@code Long.MAX_VALUE}. */
  public long size() {
    return axes.values().stream()
        .mapToLong(List::size)
        .reduce(1, (a, b) -> a > Long.MAX_VALUE / Math.max(1, b) ? Long.MAX_VALUE : a * b);
  }

  /**
   * The values of one point, by their fields' places. The last axis changes first.
   *
   * @param number from 1
   */
  public Map<JsonPointer, JsonNode> point(int number) {
    long rest = number - 1L;
    long block = size();
    Map<JsonPointer, JsonNode> values = new LinkedHashMap<>();
    for (Map.Entry<JsonPointer, List<JsonNode>> axis : axes.entrySet()) {
      block /= axis.getValue().size();
      values.put(axis.getKey(), axis.getValue().get((int) (rest / block)));
      rest %= block;
    }
    return values;
  }

  public String toJson() {
    ObjectNode json = MAPPER.createObjectNode();
    axes.forEach((pointer, values) -> json.putArray(pointer.toString()).addAll(values));
    return json.toString();
  }

  /** The inverse of {@link #toJson}. */
  public static Grid of(String json) {
    Map<JsonPointer, List<JsonNode>> axes = new LinkedHashMap<>();
    MAPPER
        .readTree(json)
        .properties()
        .forEach(
            axis ->
                axes.put(
                    JsonPointer.compile(axis.getKey()),
                    StreamSupport.stream(axis.getValue().spliterator(), false).toList()));
    return new Grid(axes);
  }

  /** The axes as they stand in an answer. */
  public Map<JsonPointer, List<Object>> plain() {
    Map<JsonPointer, List<Object>> plain = new LinkedHashMap<>();
    axes.forEach((pointer, values) -> plain.put(pointer, List.copyOf(values)));
    return plain;
  }

  /** Values as they stand in an answer. */
  public static Map<JsonPointer, Object> plain(Map<JsonPointer, JsonNode> values) {
    return new LinkedHashMap<>(values);
  }

  /** A point in words: {@code learningRate 0.0006, criterion snip}. */
  public static String label(Map<JsonPointer, JsonNode> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().last().getMatchingProperty() + " " + word(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** A choice goes by its name, followed by what it was given. */
  private static String word(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (!value.path("name").isString()) {
      return Fingerprint.canonical(value);
    }
    return Stream.concat(
            Stream.of(value.get("name").stringValue()),
            value.properties().stream()
                .filter(entry -> !entry.getKey().equals("name"))
                .map(entry -> entry.getKey() + " " + word(entry.getValue())))
        .collect(Collectors.joining(" "));
  }
}
