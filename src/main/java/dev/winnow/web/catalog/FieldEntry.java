package dev.winnow.web.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * A field of a definition, with all that a form needs to draw it.
 *
 * @param pointer into a definition; {@code -} stands for any place of an array
 * @param help one line; empty if the title says it all
 * @param kind "integer", "decimal", "text", "option", "json" (a value with an inner form of its
 *     own), "list" or "map" of single values, "object", "plug-in" (an object with a "name" from a
 *     catalog) or "array" (of plug-ins)
 * @param allowed as the end of a sentence
 * @param each the kind of a list's or a map's values; null for all else
 * @param options null unless it is one of a few
 * @param required whether it must be given where nothing else is; an object is when a field of it
 *     is
 * @param fallback the value when it and all else is left out; null if there is none
 * @param rule how the value follows from other fields when it is left out; null if it does not
 * @param catalog where a plug-in's names, and their own parameters, stand in this answer; null for
 *     all else
 * @param fields of an object, a plug-in beside its own, or each of an array; empty for all else
 * @param methods the methods that read it; null if all do
 */
record FieldEntry(
    String name,
    @JsonSerialize(using = ToStringSerializer.class) JsonPointer pointer,
    String title,
    String help,
    String kind,
    String allowed,
    @Nullable String each,
    @Nullable List<String> options,
    boolean required,
    @Nullable Object fallback,
    @Nullable String rule,
    @Nullable String catalog,
    List<FieldEntry> fields,
    @Nullable List<String> methods) {}
