package dev.winnow.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code {"definition": …, "grid": {pointer: [values]}}}, but not yet its points. */
final class SweepForm {
  /** The most points of one sweep. */
  static final int MOST_POINTS = 100;

  private static final List<String> FIELDS = List.of("definition", "grid");
  private static final String POINTERS =
      "JSON pointers into the definition with the values of each, such as"
          + " {\"/training/optimizer/learningRate\": [0.0006, 0.0012]}";

  private final List<SweepFault> faults = new ArrayList<>();
  private final ObjectNode definition;
  private final Grid grid;

  /**
   * @throws MalformedDefinition if the text is not a JSON object
   */
  SweepForm(String body) {
    ObjectNode posted = Definitions.parse(body);
    for (String name : posted.propertyNames()) {
      if (!FIELDS.contains(name)) {
        String detail = "There is no field \"" + name + "\" here.";
        fault(
            JsonPointer.empty().appendProperty(name).toString(),
            posted.get(name),
            detail,
            "definition, grid");
      }
    }
    definition = object(posted, "definition", "the definition that all points share");
    Map<String, List<JsonNode>> axes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> axis : object(posted, "grid", POINTERS).properties()) {
      values(axis.getKey(), axis.getValue()).ifPresent(list -> axes.put(axis.getKey(), list));
    }
    grid = new Grid(axes);
    if (faults.isEmpty() && axes.isEmpty()) {
      fault("/grid", posted.get("grid"), "The grid has no field.", POINTERS);
    }
    if (faults.isEmpty() && grid.size() > MOST_POINTS) {
      String detail = "The grid has " + grid.size() + " points.";
      fault("/grid", posted.get("grid"), detail, "at most " + MOST_POINTS + " points");
    }
  }

  /** What is wrong with the sweep before its points are looked at. */
  List<SweepFault> faults() {
    return faults;
  }

  ObjectNode definition() {
    return definition;
  }

  Grid grid() {
    return grid;
  }

  private ObjectNode object(ObjectNode posted, String name, String allowed) {
    if (posted.get(name) instanceof ObjectNode object) {
      return object;
    }
    fault("/" + name, posted.get(name), "\"" + name + "\" must be an object.", allowed);
    return JsonNodeFactory.instance.objectNode();
  }

  private Optional<List<JsonNode>> values(String pointer, JsonNode given) {
    String place = JsonPointer.compile("/grid").appendProperty(pointer).toString();
    if (!isPointer(pointer)) {
      fault(place, pointer, "This is no JSON pointer.", POINTERS);
      return Optional.empty();
    }
    if (!given.isArray() || given.isEmpty()) {
      fault(place, given, "The field needs values.", "an array of at least one value");
      return Optional.empty();
    }
    List<JsonNode> values = StreamSupport.stream(given.spliterator(), false).toList();
    Set<String> known = new HashSet<>();
    for (JsonNode value : values) {
      if (!known.add(Fingerprint.canonical(value))) {
        fault(place, value, "A value is listed twice.", "values that differ");
      }
    }
    return Optional.of(values);
  }

  private static boolean isPointer(String text) {
    try {
      return !JsonPointer.compile(text).matches();
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  private void fault(String pointer, @Nullable Object value, String detail, String allowed) {
    faults.add(new SweepFault(pointer, value, detail, allowed, List.of()));
  }
}
