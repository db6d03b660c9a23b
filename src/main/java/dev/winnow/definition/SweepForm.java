package dev.winnow.definition;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.Findings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code {"definition": …, "grid": {pointer: [values]}}}, but not yet its points. */
public final class SweepForm {
  /** The most points of one sweep. */
  static final int MOST_POINTS = 100;

  private static final List<String> FIELDS = List.of("definition", "grid");
  private static final String POINTERS =
      "JSON pointers into the definition with the values of each, such as"
          + " {\"/training/optimizer/learningRate\": [0.0006, 0.0012]}";

  private static final JsonPointer GRID = JsonPointer.compile("/grid");

  private final Findings findings = new Findings();
  private final ObjectNode definition;
  private final Grid grid;

  /**
   * @throws MalformedDefinition if the text is not a JSON object
   */
  public SweepForm(String body) {
    ObjectNode posted = PostedJson.parse(body);
    for (String name : posted.propertyNames()) {
      if (!FIELDS.contains(name)) {
        findings.error(
            JsonPointer.empty().appendProperty(name),
            posted.get(name),
            "There is no field \"" + name + "\" here.",
            "definition, grid");
      }
    }
    definition = object(posted, "definition", "the definition that all points share");
    grid = new Grid(axes(object(posted, "grid", POINTERS)));
    if (!findings.hasErrors() && grid.axes().isEmpty()) {
      findings.error(GRID, posted.get("grid"), "The grid has no field.", POINTERS);
    }
    if (!findings.hasErrors() && grid.size() > MOST_POINTS) {
      String detail = "The grid has " + grid.size() + " points.";
      findings.error(GRID, posted.get("grid"), detail, "at most " + MOST_POINTS + " points");
    }
  }

  /** What is wrong with the sweep before its points are looked at. */
  public List<DefinitionError> errors() {
    return findings.errors();
  }

  public ObjectNode definition() {
    return definition;
  }

  public Grid grid() {
    return grid;
  }

  private ObjectNode object(ObjectNode posted, String name, String allowed) {
    if (posted.get(name) instanceof ObjectNode object) {
      return object;
    }
    findings.error(
        JsonPointer.empty().appendProperty(name),
        posted.get(name),
        "\"" + name + "\" must be an object.",
        allowed);
    return JsonNodeFactory.instance.objectNode();
  }

  private Map<JsonPointer, List<JsonNode>> axes(ObjectNode posted) {
    Map<JsonPointer, List<JsonNode>> axes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> axis : posted.properties()) {
      JsonPointer place = GRID.appendProperty(axis.getKey());
      Optional<JsonPointer> field = pointer(axis.getKey());
      if (field.isEmpty()) {
        findings.error(place, axis.getKey(), "This is no JSON pointer.", POINTERS);
      } else if (steps(field.get()) > PostedJson.MOST_LEVELS) {
        String allowed = "a pointer of at most " + PostedJson.MOST_LEVELS + " steps";
        findings.error(place, axis.getKey(), "No field stands so deep.", allowed);
      } else {
        values(axis.getValue(), place).ifPresent(values -> axes.put(field.get(), values));
      }
    }
    return axes;
  }

  /** Empty if the text is none, or one to the whole definition. */
  private static Optional<JsonPointer> pointer(String text) {
    try {
      return Optional.of(JsonPointer.compile(text)).filter(pointer -> !pointer.matches());
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static long steps(JsonPointer pointer) {
    return Stream.iterate(pointer, step -> !step.matches(), JsonPointer::tail).count();
  }

  private Optional<List<JsonNode>> values(JsonNode given, JsonPointer place) {
    if (!given.isArray() || given.isEmpty()) {
      findings.error(place, given, "The field needs values.", "an array of at least one value");
      return Optional.empty();
    }
    List<JsonNode> values = StreamSupport.stream(given.spliterator(), false).toList();
    Set<String> known = new HashSet<>();
    for (JsonNode value : values) {
      if (!known.add(Fingerprint.canonical(value))) {
        findings.error(place, value, "A value is listed twice.", "values that differ");
      }
    }
    return Optional.of(values);
  }
}
