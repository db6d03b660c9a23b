package dev.winnow.web.experiment;

import dev.winnow.definition.ExperimentDefinition;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * A grid over fields of one definition, as the API's description shows it.
 *
 * @param definition what all points share
 * @param grid the values of each field, by its place in the definition
 */
record SubmitSweep(ExperimentDefinition definition, Map<JsonPointer, List<Object>> grid) {}
