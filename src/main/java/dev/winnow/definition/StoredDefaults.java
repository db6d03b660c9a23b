package dev.winnow.definition;

import dev.winnow.catalog.Field;
import dev.winnow.catalog.FieldContext;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills what a stored definition lacks: fields that are younger than it say what it meant, those
 * that its method does not read have their defaults. What its catalogs no longer hold is left as it
 * is.
 */
final class StoredDefaults {
  private final ObjectNode root;

  private StoredDefaults(ObjectNode root) {
    this.root = root;
  }

  /** A copy with all fields of a definition. */
  static ObjectNode of(ObjectNode stored, List<Field> fields) {
    ObjectNode whole = stored.deepCopy();
    new StoredDefaults(whole).fill(whole, fields);
    return whole;
  }

  private void fill(ObjectNode object, List<Field> fields) {
    for (Field field : fields) {
      if (!object.hasNonNull(field.name())) {
        standard(field, new JsonFieldContext(root, object))
            .ifPresent(value -> object.set(field.name(), PlainJson.node(value)));
      }
      Stream.ofNullable(object.get(field.name()))
          .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
          .forEach(value -> fillInside(field, value));
    }
  }

  private void fillInside(Field field, JsonNode value) {
    if (value instanceof ObjectNode inside) {
      field
          .plugIns()
          .flatMap(catalog -> catalog.find(inside.path("name").asString("")))
          .map(Named::parameters)
          .ifPresent(own -> fill(inside, own.stream().map(Parameter::field).toList()));
      fill(inside, field.fields());
    }
  }

  private static Optional<Object> standard(Field field, FieldContext siblings) {
    return field
        .identity()
        .before()
        .map(before -> before.value(siblings))
        .orElseGet(() -> field.accept(new Standard(siblings)));
  }

  /** What a field is by itself when it is left out; its own fields are filled afterwards. */
  private record Standard(FieldContext siblings) implements Field.Visitor<Optional<Object>> {
    @Override
    public Optional<Object> value(Field.Value field) {
      return field.parameter().standard().value(siblings);
    }

    @Override
    public Optional<Object> group(Field.Group field) {
      return field.optional() ? Optional.empty() : Optional.of(Map.of());
    }

    @Override
    public Optional<Object> plugIn(Field.PlugIn field) {
      return field.fallback().map(name -> Map.of("name", name));
    }

    @Override
    public Optional<Object> series(Field.Series field) {
      return Optional.of(List.of());
    }

    @Override
    public Optional<Object> table(Field.Table field) {
      return Optional.of(Map.of());
    }

    @Override
    public Optional<Object> several(Field.Several field) {
      return Optional.of(List.of());
    }
  }
}
