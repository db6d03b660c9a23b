package dev.winnow.report;

/**
 * An arm in one round, over the trials that have completed it. Replicates are averaged within their
 * trial first; diverged runs do not count.
 *
 * @param density kept ÷ prunable weights, from 0 to 1
 * @param n trials
 * @param runs over all those trials
 * @param testAccuracyAtEarlyStop from 0 to 1
 * @param testAccuracyAtEnd from 0 to 1
 * @param earlyStopIteration iterations
 */
public record ArmPoint(
    int round,
    double density,
    int n,
    int runs,
    Spread testAccuracyAtEarlyStop,
    Spread testAccuracyAtEnd,
    Spread earlyStopIteration) {}
