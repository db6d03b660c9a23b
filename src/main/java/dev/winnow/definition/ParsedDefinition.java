package dev.winnow.definition;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.DefinitionWarning;
import dev.winnow.catalog.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a definition: the definition, or all that is wrong with it.
 *
 * @param definition present exactly if there are no errors
 */
public record ParsedDefinition(
    Optional<ExperimentDefinition> definition,
    List<DefinitionError> errors,
    List<DefinitionWarning> warnings) {
  /**
   * @param findings at least one error
   */
  static ParsedDefinition refused(Findings findings) {
    return new ParsedDefinition(Optional.empty(), findings.errors(), List.of());
  }
}
