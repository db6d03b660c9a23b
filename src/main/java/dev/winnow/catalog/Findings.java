package dev.winnow.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** What is found wrong, or worth a word, in a definition. */
public final class Findings {
  private final List<DefinitionError> errors = new ArrayList<>();
  private final List<DefinitionWarning> warnings = new ArrayList<>();

  public void error(JsonPointer pointer, @Nullable Object value, String detail, String allowed) {
    errors.add(new DefinitionError(pointer, value, detail, allowed));
  }

  /**
   * Adds errors that were found elsewhere.
   *
   * @param place where each stands here, from where it stood there
   */
  public void errors(Collection<DefinitionError> found, UnaryOperator<JsonPointer> place) {
    for (DefinitionError error : found) {
      error(place.apply(error.pointer()), error.value(), error.detail(), error.allowed());
    }
  }

  public void warning(JsonPointer pointer, String detail) {
    warnings.add(new DefinitionWarning(pointer, detail));
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  public List<DefinitionError> errors() {
    return List.copyOf(errors);
  }

  public List<DefinitionWarning> warnings() {
    return List.copyOf(warnings);
  }
}
