package dev.winnow.experiment;

import dev.winnow.catalog.Catalog;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Misfit;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies one object of a definition into its expanded form: each field checked, each default
 * written out, each fault noted with its pointer.
 */
final class Expansion {
  private final @Nullable JsonNode source;
  private final String pointer;
  private final List<DefinitionError> errors;
  private final ObjectNode target;
  private final List<String> known = new ArrayList<>();

  private Expansion(@Nullable JsonNode source, String pointer, List<DefinitionError> errors) {
    this.source = source;
    this.pointer = pointer;
    this.errors = errors;
    this.target = JsonNodeFactory.instance.objectNode();
  }

  /** Expands an object by what {@code fields} reads of it; any other field is an error. */
  static ObjectNode expand(
      @Nullable JsonNode source,
      String pointer,
      List<DefinitionError> errors,
      Consumer<Expansion> fields) {
    if (source != null && !source.isObject()) {
      errors.add(new DefinitionError(pointer, source, "This must be a JSON object.", "an object"));
      return JsonNodeFactory.instance.objectNode();
    }
    Expansion expansion = new Expansion(source, pointer, errors);
    fields.accept(expansion);
    expansion.refuseUnknown();
    return expansion.target;
  }

  void field(Parameter parameter) {
    String name = parameter.name();
    JsonNode given = get(name);
    Domain domain = parameter.domain();
    if (given == null) {
      parameter
          .fallback()
          .ifPresentOrElse(
              value -> target.set(name, PlainJson.node(value)),
              () -> error(name, null, "\"" + name + "\" is missing.", domain.allowed()));
      return;
    }
    try {
      domain
          .accept(PlainJson.values(given))
          .ifPresentOrElse(
              value -> target.set(name, PlainJson.node(value)),
              () ->
                  error(
                      name,
                      given,
                      "\"" + name + "\" must be " + domain.allowed() + ".",
                      domain.allowed()));
    } catch (Misfit e) {
      error(name + e.place(), given.at(e.place()), e.reason(), e.remedy());
    }
  }

  /** Whether a field is given at all. */
  boolean has(String name) {
    return get(name) != null;
  }

  void object(String name, Consumer<Expansion> fields) {
    target.set(name, expand(get(name), at(name), errors, fields));
  }

  /** An array, each element of it expanded alike; empty when left out. */
  void array(String name, Consumer<Expansion> fields) {
    List<ObjectNode> elements = new ArrayList<>();
    JsonNode given = get(name);
    if (given != null && !given.isArray()) {
      error(name, given, "\"" + name + "\" must be an array.", "an array");
    } else if (given != null) {
      for (int i = 0; i < given.size(); i++) {
        elements.add(expand(given.get(i), at(name) + "/" + i, errors, fields));
      }
    }
    target.putArray(name).addAll(elements);
  }

  /** An array of texts, each checked alike; empty when left out. */
  void texts(String name, int most, Domain.Text domain) {
    JsonNode given = get(name);
    var array = target.putArray(name);
    if (given == null) {
      return;
    }
    if (!given.isArray() || given.size() > most) {
      String allowed = "an array of at most " + most + " texts";
      error(name, given, "\"" + name + "\" must be " + allowed + ".", allowed);
      return;
    }
    for (int i = 0; i < given.size(); i++) {
      JsonNode element = given.get(i);
      if (domain.accept(PlainJson.values(element)).isPresent()) {
        array.add(element);
      } else {
        error(name + "/" + i, element, "This must be " + domain.allowed() + ".", domain.allowed());
      }
    }
  }

  /**
   * An array, each element of which a domain takes; empty when left out.
   *
   * @return how many there are, right or wrong
   */
  int list(String name, int most, Domain each) {
    JsonNode given = get(name);
    var array = target.putArray(name);
    if (given == null) {
      return 0;
    }
    if (!given.isArray() || given.size() > most) {
      String allowed = "an array of at most " + most + " elements, each " + each.allowed();
      error(name, given, "\"" + name + "\" must be " + allowed + ".", allowed);
      return given.size();
    }
    for (int i = 0; i < given.size(); i++) {
      element(name + "/" + i, given.get(i), each).ifPresent(array::add);
    }
    return given.size();
  }

  /** An object of any fields, each of which a domain takes; empty when left out. */
  void fields(String name, Domain each) {
    JsonNode given = get(name);
    ObjectNode object = target.putObject(name);
    if (given == null) {
      return;
    }
    if (!given.isObject()) {
      error(name, given, "\"" + name + "\" must be an object.", "an object");
      return;
    }
    for (String field : given.propertyNames()) {
      element(name + "/" + field.replace("~", "~0").replace("/", "~1"), given.get(field), each)
          .ifPresent(value -> object.set(field, value));
    }
  }

  private Optional<JsonNode> element(String place, JsonNode given, Domain domain) {
    Optional<JsonNode> value = domain.accept(PlainJson.values(given)).map(PlainJson::node);
    if (value.isEmpty()) {
      errors.add(
          new DefinitionError(
              pointer + "/" + place,
              given,
              "This must be " + domain.allowed() + ".",
              domain.allowed()));
    }
    return value;
  }

  /** The plug-in's name, by default {@code fallback}, and then its own parameters. */
  <T extends Named> Optional<T> plugIn(Catalog<T> catalog, Optional<String> fallback) {
    String allowed = "one of " + String.join(", ", catalog.names());
    JsonNode given = get("name");
    if (given == null && fallback.isEmpty()) {
      error("name", null, "The " + catalog.kind() + " is not named.", allowed);
      return Optional.empty();
    }
    String name = given == null ? fallback.orElseThrow() : String.valueOf(PlainJson.values(given));
    Optional<T> found = catalog.find(name);
    if (found.isEmpty()) {
      String detail = "There is no " + catalog.kind() + " \"" + name + "\".";
      error("name", given, detail, allowed);
      acceptAll();
      return found;
    }
    target.put("name", name);
    found.get().parameters().forEach(this::field);
    return found;
  }

  /** Which parameters are right depends on a name that is wrong: say only that. */
  private void acceptAll() {
    if (source != null) {
      known.addAll(source.propertyNames());
    }
  }

  /** A value already expanded, or empty if it was wrong. */
  Optional<JsonNode> expanded(String name) {
    return Optional.ofNullable(target.get(name));
  }

  private void refuseUnknown() {
    if (source == null) {
      return;
    }
    for (String name : source.propertyNames()) {
      if (!known.contains(name)) {
        String allowed = known.isEmpty() ? "no field" : "one of " + String.join(", ", known);
        error(name, source.get(name), "There is no field \"" + name + "\" here.", allowed);
      }
    }
  }

  private @Nullable JsonNode get(String name) {
    known.add(name);
    JsonNode value = source == null ? null : source.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private void error(String name, @Nullable JsonNode value, String detail, String allowed) {
    errors.add(new DefinitionError(at(name), value, detail, allowed));
  }

  private String at(String name) {
    return pointer + "/" + name.replace("~", "~0");
  }
}
