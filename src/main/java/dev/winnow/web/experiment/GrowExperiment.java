package dev.winnow.web.experiment;

import dev.winnow.lottery.ArmChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is added to an experiment, as the API's description shows it.
 *
 * @param rounds the new last round, not below the present one
 * @param trials the new number of trials, not below the present one
 * @param arms added controls; one that is there may be given more rounds
 */
record GrowExperiment(
    @Nullable Integer rounds, @Nullable Integer trials, @Nullable List<ArmChoice> arms) {}
