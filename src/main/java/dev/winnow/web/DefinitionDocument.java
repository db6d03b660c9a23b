package dev.winnow.web;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FieldContext;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A definition's fields in the words of OpenAPI 3.1: what may be left out has its default. */
final class DefinitionDocument implements Field.Visitor<Schema<?>> {
  Schema<?> of(List<Field> fields) {
    Schema<?> schema = DomainSchemas.typed("object");
    for (Field field : fields) {
      schema.addProperty(field.name(), field.accept(this));
      if (isRequired(field) && !isDerived(field)) {
        schema.addRequiredItem(field.name());
      }
    }
    return schema;
  }

  /** What follows from other fields need not be given, though it must be where these are not. */
  private static boolean isDerived(Field field) {
    return field instanceof Field.Value value
        && value.parameter().standard() instanceof Default.Derived;
  }

  private static boolean isRequired(Field field) {
    if (field instanceof Field.Value value) {
      return isRequired(value.parameter());
    }
    if (field instanceof Field.PlugIn plugIn) {
      return plugIn.fallback().isEmpty();
    }
    return field instanceof Field.Group group
        && !group.optional()
        && group.fields().stream().anyMatch(DefinitionDocument::isRequired);
  }

  private static boolean isRequired(Parameter parameter) {
    return parameter.standard().value(FieldContext.nothing()).isEmpty();
  }

  @Override
  public Schema<?> value(Field.Value field) {
    return DomainSchemas.of(field.parameter());
  }

  @Override
  public Schema<?> group(Field.Group field) {
    return of(field.fields()).description(field.label().help());
  }

  /** Plug-ins with the same parameters are one form of the object. */
  @Override
  public Schema<?> plugIn(Field.PlugIn field) {
    Map<List<String>, List<Named>> forms =
        field.catalog().entries().stream()
            .map(Named.class::cast)
            .collect(
                Collectors.groupingBy(
                    DefinitionDocument::form, LinkedHashMap::new, Collectors.toList()));
    List<Schema<?>> schemas = new ArrayList<>();
    forms.values().forEach(alike -> schemas.add(form(field, alike)));
    if (schemas.size() == 1) {
      return schemas.get(0).description(field.label().help());
    }
    Schema<?> schema = new Schema<>().description(field.label().help());
    schemas.forEach(schema::addOneOfItem);
    return schema;
  }

  private static List<String> form(Named entry) {
    return entry.parameters().stream()
        .map(parameter -> parameter.name() + parameter.summary() + parameter.fallback())
        .toList();
  }

  private Schema<?> form(Field.PlugIn field, List<Named> alike) {
    List<Field> own = alike.get(0).parameters().stream().map(Parameter::field).toList();
    List<String> names = alike.stream().map(Named::name).toList();
    Schema<?> inside = of(Stream.concat(own.stream(), field.fields().stream()).toList());
    Schema<Object> name = new Schema<>();
    name.setTypes(Set.of("string"));
    name.setEnum(List.copyOf(names));
    Schema<?> schema = DomainSchemas.typed("object").addProperty("name", name);
    if (inside.getProperties() != null) {
      inside.getProperties().forEach(schema::addProperty);
    }
    if (field.fallback().filter(names::contains).isPresent()) {
      name.setDefault(field.fallback().orElseThrow());
    } else {
      schema.addRequiredItem("name");
    }
    Stream.ofNullable(inside.getRequired()).flatMap(List::stream).forEach(schema::addRequiredItem);
    return schema;
  }

  @Override
  public Schema<?> series(Field.Series field) {
    return DomainSchemas.typed("array")
        .items(DomainSchemas.of(field.each()))
        .maxItems(field.most())
        .description(field.label().help());
  }

  @Override
  public Schema<?> table(Field.Table field) {
    Schema<?> schema = DomainSchemas.typed("object").description(field.label().help());
    schema.setAdditionalProperties(DomainSchemas.of(field.each()));
    return schema;
  }

  @Override
  public Schema<?> several(Field.Several field) {
    return DomainSchemas.typed("array")
        .items(plugIn(field.each()))
        .description(field.label().help());
  }
}
