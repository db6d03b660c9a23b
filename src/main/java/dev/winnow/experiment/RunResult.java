package dev.winnow.experiment;

import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;

/**
 * What came of a run.
 *
 * @param left what it leaves to later rounds
 */
public record RunResult(RunKey key, Outcome outcome, RunArtifacts left) {}
