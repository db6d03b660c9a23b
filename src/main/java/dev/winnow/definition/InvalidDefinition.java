package dev.winnow.definition;

import dev.winnow.catalog.DefinitionError;
import java.util.List;

/** A definition was posted that cannot be carried out. */
public final class InvalidDefinition extends RuntimeException {
  private final List<DefinitionError> errors;

  /**
   * @param errors at least one
   */
  public InvalidDefinition(List<DefinitionError> errors) {
    super("The definition has " + errors.size() + (errors.size() == 1 ? " error." : " errors."));
    this.errors = List.copyOf(errors);
  }

  public List<DefinitionError> errors() {
    return errors;
  }
}
