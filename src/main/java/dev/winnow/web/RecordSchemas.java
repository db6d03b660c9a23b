package dev.winnow.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.WrittenDefinition;
import dev.winnow.lottery.ArmChoice;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Says of a record's components which are always there, which may be null and which are text. */
final class RecordSchemas implements ModelConverter {
  private static final String REFERENCE = "#/components/schemas/";

  /** What {@link Documentation} describes by the fields of a definition. */
  private static final Map<Class<?>, String> DEFINED =
      Map.of(
          ExperimentDefinition.class, Documentation.DEFINITION,
          WrittenDefinition.class, Documentation.DEFINITION,
          ArmChoice.class, Documentation.ARM);

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
    if (DEFINED.containsKey(raw)) {
      return new Schema<>().$ref(REFERENCE + DEFINED.get(raw));
    }
    if (raw.equals(JsonPointer.class)) {
      return DomainSchemas.typed("string");
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    if (schema != null && raw.isRecord()) {
      describe(raw, definition(schema, context));
    }
    return schema;
  }

  private static @Nullable Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    return schema.get$ref() == null
        ? schema
        : context.getDefinedModels().get(schema.get$ref().replace(REFERENCE, ""));
  }

  private static void describe(Class<?> type, @Nullable Schema<?> model) {
    if (model == null || model.getProperties() == null) {
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        describe(component.getType(), model);
      } else if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
        model.getProperties().remove(component.getName());
        model.setAdditionalProperties(true);
      } else if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        allowNull(model.getProperties(), component.getName());
      } else if (model.getProperties().containsKey(component.getName())
          && (model.getRequired() == null || !model.getRequired().contains(component.getName()))) {
        model.addRequiredItem(component.getName());
      }
    }
  }

  @SuppressWarnings("rawtypes") // The library's own type of a model's properties.
  private static void allowNull(Map<String, Schema> properties, String name) {
    Schema<?> property = properties.get(name);
    if (property == null || property.getOneOf() != null) {
      return;
    }
    if (property.get$ref() != null) {
      properties.put(name, new Schema<>().addOneOfItem(property).addOneOfItem(ofNull()));
    } else if (property.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(property.getTypes());
      types.add("null");
      property.setTypes(types);
    }
  }

  private static Schema<?> ofNull() {
    return new Schema<>().types(Set.of("null"));
  }
}
