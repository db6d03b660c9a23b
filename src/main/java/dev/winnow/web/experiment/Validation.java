package dev.winnow.web.experiment;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.DefinitionWarning;
import dev.winnow.definition.WrittenDefinition;
import dev.winnow.report.Forecast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would come of submitting a definition.
 *
 * @param definition with every default written out; null if there are errors
 * @param fingerprint SHA-256 in hex of what decides a trial's numbers; null if there are errors
 * @param plan null if there are errors
 * @param forecast what it would take; null if there are errors
 */
record Validation(
    boolean valid,
    @Nullable WrittenDefinition definition,
    @Nullable String fingerprint,
    List<DefinitionError> errors,
    List<DefinitionWarning> warnings,
    @Nullable Plan plan,
    @Nullable Forecast forecast) {}
