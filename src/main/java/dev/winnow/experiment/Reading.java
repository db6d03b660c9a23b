package dev.winnow.experiment;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a definition: the definition, or all that is wrong with it.
 *
 * @param definition present exactly if there are no errors
 */
public record Reading(
    Optional<ExperimentDefinition> definition,
    List<DefinitionError> errors,
    List<DefinitionWarning> warnings) {}
