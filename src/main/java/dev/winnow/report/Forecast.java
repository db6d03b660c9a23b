package dev.winnow.report;

import org.jspecify.annotations.Nullable;

/**
 * What an experiment would take, by what this installation has measured so far.
 *
 * @param measuredTrainings how many finished trainings of the same data, network, batch size and
 *     test evaluation it rests on; seconds are null if there are none
 * @param trainingSeconds of one slot, over all trials
 * @param slots of the workers that serve the experiment's pool at the moment
 * @param seconds from start to end when those slots have nothing else to do: a trial takes one slot
 *     at a time; null if there is no slot
 * @param storedBytes of its results in the database, about
 */
public record Forecast(
    int measuredTrainings,
    @Nullable Span trainingSeconds,
    int slots,
    @Nullable Span seconds,
    long storedBytes) {}
