package dev.winnow.definition;

import dev.winnow.catalog.Field;
import dev.winnow.catalog.Findings;
import dev.winnow.catalog.Section;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All fields that a definition may have, as the rooms declare them, and what follows from that. */
@Component
public final class DefinitionSchema {
  private final List<Field> fields;
  private final MethodFieldUsage methods;

  /**
   * @throws IllegalStateException if the sections are not those of a definition
   */
  DefinitionSchema(List<Section> sections, MethodFieldUsage methods) {
    List<String> order =
        Stream.of(ExperimentDefinition.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    this.methods = methods;
    this.fields =
        sections.stream()
            .flatMap(section -> section.fields().stream())
            .sorted(Comparator.comparing(field -> order.indexOf(field.name())))
            .toList();
    if (!fields.stream().map(Field::name).toList().equals(order)) {
      throw new IllegalStateException("A definition has " + order + ", declared are " + fields);
    }
  }

  /** In the order in which a definition is written. */
  public List<Field> fields() {
    return fields;
  }

  /** A definition with every default written out; errors are added to the findings. */
  ObjectNode expand(JsonNode posted, Findings findings) {
    return Expansion.of(posted, fields, methods, findings);
  }

  /** A definition with what it lacks, be it older than a field or in no need of it. */
  ObjectNode complete(ObjectNode stored) {
    return StoredDefaults.of(stored, fields);
  }

  /** A definition without the fields that its method does not read. */
  ObjectNode shown(ObjectNode complete) {
    String method = complete.at("/method/name").asString("");
    ObjectNode shown = complete.deepCopy();
    removeUnread(shown, fields, method, JsonPointer.empty());
    return shown;
  }

  private void removeUnread(
      ObjectNode object, List<Field> own, String method, JsonPointer pointer) {
    for (Field field : own) {
      JsonPointer place = pointer.appendProperty(field.name());
      if (!methods.reads(method, place)) {
        object.remove(field.name());
      } else if (object.get(field.name()) instanceof ObjectNode inside) {
        removeUnread(inside, field.fields(), method, place);
      }
    }
  }

  /** What of a definition decides the numbers of its runs. */
  ObjectNode identityFields(ObjectNode shown) {
    return IdentityFields.of(shown, fields);
  }
}
