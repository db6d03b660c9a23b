package dev.winnow.web.experiment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fork is to be, as the API's description shows it.
 *
 * @param atRound the last round taken over
 * @param definition the fields that change, as parts of a definition
 */
record ForkExperiment(int atRound, @Nullable Map<String, Object> definition) {}
