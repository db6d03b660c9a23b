package dev.winnow.definition;

import dev.winnow.catalog.Catalog;
import dev.winnow.catalog.Default;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.Findings;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies one object of a definition into its expanded form: each field checked, each default
 * written out, each fault noted with its pointer.
 */
final class Expansion {
  private final @Nullable JsonNode source;
  private final JsonPointer pointer;
  private final ObjectNode target;
  private final ExpansionContext context;
  private final Findings findings;
  private final List<String> known = new ArrayList<>();

  private Expansion(
      @Nullable JsonNode source, JsonPointer pointer, ObjectNode target, ExpansionContext context) {
    this.source = source;
    this.pointer = pointer;
    this.target = target;
    this.context = context;
    this.findings = context.findings();
  }

  /** Expands a whole definition; errors are added to the findings. */
  static ObjectNode of(
      JsonNode posted, List<Field> fields, MethodFieldUsage methods, Findings findings) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ExpansionContext context = new ExpansionContext(root, methods, findings);
    new Expansion(posted, JsonPointer.empty(), root, context).object(fields);
    return root;
  }

  private boolean isObject() {
    if (source == null || source.isObject()) {
      return true;
    }
    findings.error(pointer, source, "This must be a JSON object.", "an object");
    return false;
  }

  private void object(List<Field> fields) {
    if (isObject()) {
      expand(fields);
      refuseUnknown();
    }
  }

  /** The plug-in's name, then its own parameters, then the fields of all of its kind. */
  private void plugIn(Field.PlugIn plugIn) {
    if (isObject()) {
      named(plugIn.catalog(), plugIn.fallback())
          .ifPresent(found -> expand(found.parameters().stream().map(Parameter::field).toList()));
      expand(plugIn.fields());
      refuseUnknown();
    }
  }

  private Optional<Named> named(Catalog<?> catalog, Optional<String> fallback) {
    String allowed = "one of " + String.join(", ", catalog.names());
    JsonPointer place = pointer.appendProperty("name");
    JsonNode given = get("name");
    if (given == null && fallback.isEmpty()) {
      findings.error(place, null, "The " + catalog.kind() + " is not named.", allowed);
      return Optional.empty();
    }
    String name = given == null ? fallback.orElseThrow() : String.valueOf(PlainJson.values(given));
    Optional<Named> found = catalog.find(name).map(Named.class::cast);
    if (found.isEmpty()) {
      String detail = "There is no " + catalog.kind() + " \"" + name + "\".";
      findings.error(place, given, detail, allowed);
      acceptAll();
      return found;
    }
    target.put("name", name);
    return found;
  }

  /** Which parameters are right depends on a name that is wrong: say only that. */
  private void acceptAll() {
    if (source != null) {
      known.addAll(source.propertyNames());
    }
  }

  /** What depends on the fields beside it comes after these. */
  private void expand(List<Field> fields) {
    fields.stream().filter(field -> !isDerived(field)).forEach(this::expand);
    fields.stream().filter(Expansion::isDerived).forEach(this::expand);
  }

  private static boolean isDerived(Field field) {
    return field instanceof Field.Value value
        && value.parameter().standard() instanceof Default.Derived;
  }

  private void expand(Field field) {
    JsonNode given = get(field.name());
    JsonPointer place = pointer.appendProperty(field.name());
    if (context.reads(place)) {
      field.accept(new Reader(field.name(), given, place));
    } else if (given != null) {
      context.refuse(place, given);
    }
  }

  private void refuseUnknown() {
    if (source == null) {
      return;
    }
    for (String name : source.propertyNames()) {
      if (!known.contains(name)) {
        String allowed = known.isEmpty() ? "no field" : "one of " + String.join(", ", known);
        findings.error(
            pointer.appendProperty(name),
            source.get(name),
            "There is no field \"" + name + "\" here.",
            allowed);
      }
    }
  }

  private @Nullable JsonNode get(String name) {
    known.add(name);
    JsonNode value = source == null ? null : source.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** Reads one field into the target. */
  private final class Reader implements Field.Visitor<ObjectNode> {
    private final String name;
    private final @Nullable JsonNode given;
    private final JsonPointer place;

    Reader(String name, @Nullable JsonNode given, JsonPointer place) {
      this.name = name;
      this.given = given;
      this.place = place;
    }

    @Override
    public ObjectNode value(Field.Value field) {
      Domain domain = field.parameter().domain();
      if (given == null) {
        field
            .parameter()
            .standard()
            .value(new JsonFieldContext(context.root(), target))
            .ifPresentOrElse(
                value -> target.set(name, PlainJson.node(value)),
                () ->
                    findings.error(place, null, "\"" + name + "\" is missing.", domain.allowed()));
      } else {
        context
            .accept(given, domain, place, "\"" + name + "\"")
            .ifPresent(value -> target.set(name, value));
      }
      return target;
    }

    @Override
    public ObjectNode group(Field.Group field) {
      if (given != null || !field.optional()) {
        new Expansion(given, place, target.putObject(name), context).object(field.fields());
      }
      return target;
    }

    @Override
    public ObjectNode plugIn(Field.PlugIn field) {
      new Expansion(given, place, target.putObject(name), context).plugIn(field);
      return target;
    }

    @Override
    public ObjectNode series(Field.Series field) {
      ArrayNode array = target.putArray(name);
      if (given != null && (!given.isArray() || given.size() > field.most())) {
        String allowed =
            "an array of at most " + field.most() + " elements, each " + field.each().allowed();
        findings.error(place, given, "\"" + name + "\" must be " + allowed + ".", allowed);
      } else if (given != null) {
        for (int i = 0; i < given.size(); i++) {
          JsonNode each = given.get(i);
          array.add(context.accept(each, field.each(), place.appendIndex(i), "This").orElse(each));
        }
      }
      return target;
    }

    @Override
    public ObjectNode table(Field.Table field) {
      ObjectNode table = target.putObject(name);
      if (given != null && !given.isObject()) {
        findings.error(place, given, "\"" + name + "\" must be an object.", "an object");
      } else if (given != null) {
        given
            .properties()
            .forEach(
                each ->
                    context
                        .accept(
                            each.getValue(),
                            field.each(),
                            place.appendProperty(each.getKey()),
                            "This")
                        .ifPresent(value -> table.set(each.getKey(), value)));
      }
      return target;
    }

    @Override
    public ObjectNode several(Field.Several field) {
      ArrayNode array = target.putArray(name);
      if (given != null && !given.isArray()) {
        findings.error(place, given, "\"" + name + "\" must be an array.", "an array");
      } else if (given != null) {
        for (int i = 0; i < given.size(); i++) {
          new Expansion(given.get(i), place.appendIndex(i), array.addObject(), context)
              .plugIn(field.each());
        }
      }
      return target;
    }
  }
}
