package dev.winnow.report;

import dev.winnow.lottery.RunKey;

/**
 * Which run, over all experiments.
 *
 * @param trial number, from 1
 */
public record RunReference(long experiment, int trial, RunKey key) {}
