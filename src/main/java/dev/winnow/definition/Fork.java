package dev.winnow.definition;

/**
 * What a fork is to be.
 *
 * @param atRound the last round that it takes over
 * @param definition its own, valid from the round after
 */
public record Fork(int atRound, ExperimentDefinition definition) {}
