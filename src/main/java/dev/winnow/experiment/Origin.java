package dev.winnow.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Where a fork comes from.
 *
 * @param parent the experiment whose rounds it took over; null if that has been removed
 * @param atRound the last round taken over
 */
public record Origin(@Nullable Long parent, int atRound) {}
