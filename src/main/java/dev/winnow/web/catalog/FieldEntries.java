package dev.winnow.web.catalog;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FieldContext;
import dev.winnow.catalog.Parameter;
import dev.winnow.definition.MethodFieldUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** A definition's fields as the catalog's answer describes them. */
final class FieldEntries implements Field.Visitor<FieldEntry> {
  private static final JsonPointer ANY = JsonPointer.empty().appendProperty("-");

  private final Map<String, String> catalogs;
  private final MethodFieldUsage methods;
  private final JsonPointer parent;

  /**
   * @param catalogs under which name each kind of plug-in stands in the answer
   */
  FieldEntries(Map<String, String> catalogs, MethodFieldUsage methods) {
    this(catalogs, methods, JsonPointer.empty());
  }

  private FieldEntries(Map<String, String> catalogs, MethodFieldUsage methods, JsonPointer parent) {
    this.catalogs = catalogs;
    this.methods = methods;
    this.parent = parent;
  }

  List<FieldEntry> of(List<Field> fields) {
    return fields.stream().map(field -> field.accept(this)).toList();
  }

  private FieldEntries under(JsonPointer pointer) {
    return new FieldEntries(catalogs, methods, pointer);
  }

  private JsonPointer at(Field field) {
    return parent.appendProperty(field.name());
  }

  @Override
  public FieldEntry value(Field.Value field) {
    Parameter parameter = field.parameter();
    return entry(
        field,
        FieldDomain.of(parameter.domain()),
        Standard.of(parameter.standard()),
        null,
        List.of());
  }

  @Override
  public FieldEntry group(Field.Group field) {
    List<FieldEntry> fields = under(at(field)).of(field.fields());
    boolean required = !field.optional() && fields.stream().anyMatch(FieldEntry::required);
    return entry(
        field,
        new FieldDomain("object", "an object"),
        new Standard(required, null, null),
        null,
        fields);
  }

  @Override
  public FieldEntry plugIn(Field.PlugIn field) {
    return entry(
        field,
        new FieldDomain("plug-in", "one of " + String.join(", ", field.catalog().names())),
        new Standard(field.fallback().isEmpty(), field.fallback().orElse(null), null),
        catalogs.get(field.catalog().kind()),
        under(at(field)).of(field.fields()));
  }

  @Override
  public FieldEntry series(Field.Series field) {
    String allowed = "at most %d, each %s".formatted(field.most(), field.each().allowed());
    FieldDomain taken = new FieldDomain("list", allowed, FieldDomain.of(field.each()).kind(), null);
    return entry(field, taken, new Standard(false, List.of(), null), null, List.of());
  }

  @Override
  public FieldEntry table(Field.Table field) {
    String allowed = "each " + field.each().allowed();
    FieldDomain taken = new FieldDomain("map", allowed, FieldDomain.of(field.each()).kind(), null);
    return entry(field, taken, new Standard(false, Map.of(), null), null, List.of());
  }

  @Override
  public FieldEntry several(Field.Several field) {
    JsonPointer element = at(field).append(ANY);
    return entry(
        field,
        new FieldDomain("array", "one of " + String.join(", ", field.each().catalog().names())),
        new Standard(false, List.of(), null),
        catalogs.get(field.each().catalog().kind()),
        under(element).of(field.each().fields()));
  }

  private FieldEntry entry(
      Field field,
      FieldDomain taken,
      Standard standard,
      @Nullable String catalog,
      List<FieldEntry> fields) {
    JsonPointer pointer = at(field);
    return new FieldEntry(
        field.name(),
        pointer,
        field.label().title(),
        field.label().help(),
        taken.kind(),
        taken.allowed(),
        taken.each(),
        taken.options(),
        standard.required(),
        standard.fallback(),
        standard.rule(),
        catalog,
        fields,
        methods.isCommon(pointer) ? null : methods.of(pointer));
  }

  /** What stands when a field is left out. */
  private record Standard(boolean required, @Nullable Object fallback, @Nullable String rule) {
    static Standard of(Default standard) {
      Optional<Object> value = standard.value(FieldContext.nothing());
      return new Standard(
          value.isEmpty(),
          value.orElse(null),
          standard instanceof Default.Derived derived ? derived.words() : null);
    }
  }
}
