package dev.winnow.experiment;

/**
 * Something in a valid definition that its author may not have meant.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param detail what follows from it, as a sentence
 */
public record DefinitionWarning(String pointer, String detail) {}
