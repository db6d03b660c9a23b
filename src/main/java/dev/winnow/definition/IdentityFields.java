package dev.winnow.definition;

import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FieldContext;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a definition decides the numbers of its runs, in the words of its time. */
final class IdentityFields {
  private final ObjectNode definition;

  private IdentityFields(ObjectNode definition) {
    this.definition = definition;
  }

  /** A copy without what is no part of the definition's identity. */
  static ObjectNode of(ObjectNode definition, List<Field> fields) {
    ObjectNode identityFields = definition.deepCopy();
    new IdentityFields(definition).reduce(identityFields, fields);
    return identityFields;
  }

  /** Fields inside go before the one around them, and derived ones see what is still there. */
  private void reduce(ObjectNode object, List<Field> fields) {
    FieldContext siblings = new JsonFieldContext(definition, object.deepCopy());
    for (Field field : fields) {
      JsonNode value = object.get(field.name());
      if (value != null) {
        if (!field.identity().counts().test(siblings)) {
          object.remove(field.name());
        } else if (isAsBefore(field, reduced(object, field, value), siblings)) {
          object.remove(field.name());
        }
      }
    }
  }

  private JsonNode reduced(ObjectNode object, Field field, JsonNode value) {
    if (value instanceof ObjectNode inside) {
      field
          .plugIns()
          .flatMap(catalog -> catalog.find(inside.path("name").asString("")))
          .map(Named::parameters)
          .ifPresent(own -> reduce(inside, own.stream().map(Parameter::field).toList()));
      reduce(inside, field.fields());
    } else if (field instanceof Field.Value single
        && single.parameter().domain() instanceof Domain.Composed composed) {
      object.set(field.name(), PlainJson.node(composed.identity().apply(PlainJson.values(value))));
    }
    return object.path(field.name());
  }

  private static boolean isAsBefore(Field field, JsonNode value, FieldContext siblings) {
    return field
        .identity()
        .before()
        .flatMap(before -> before.value(siblings))
        .map(PlainJson::node)
        .filter(before -> Fingerprint.canonical(before).equals(Fingerprint.canonical(value)))
        .isPresent();
  }
}
