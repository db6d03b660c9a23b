package dev.winnow.experiment;

import dev.winnow.catalog.Findings;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a definition.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param value what stands there; null if nothing does
 * @param detail what is wrong, as a sentence
 * @param allowed what may stand there, as a noun phrase
 */
public record DefinitionError(
    String pointer, @Nullable Object value, String detail, String allowed) {
  DefinitionError(Findings.Fault fault) {
    this(fault.pointer().toString(), fault.value(), fault.detail(), fault.allowed());
  }

  /** The same, in a definition that itself stands at a pointer. */
  DefinitionError under(String parent) {
    return new DefinitionError(parent + pointer, value, detail, allowed);
  }
}
