package dev.winnow.catalog;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Something in a valid definition that its author may not have meant.
 *
 * @param pointer where
 * @param detail what follows from it, as a sentence
 */
public record DefinitionWarning(
    @JsonSerialize(using = ToStringSerializer.class) JsonPointer pointer, String detail) {}
