package dev.winnow.catalog;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * One thing that is wrong with a definition.
 *
 * @param pointer where
 * @param value what stands there; null if nothing does
 * @param detail what is wrong, as a sentence
 * @param allowed what may stand there, as a noun phrase
 */
public record DefinitionError(
    @JsonSerialize(using = ToStringSerializer.class) JsonPointer pointer,
    @Nullable Object value,
    String detail,
    String allowed) {}
