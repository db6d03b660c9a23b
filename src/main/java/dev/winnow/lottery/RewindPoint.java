package dev.winnow.lottery;

import dev.winnow.training.Step;

/**
 * The values to which surviving weights return before a round (1803.03635, section 2; Frankle et
 * al. 2019 for points after the start).
 *
 * @param to a step of round 0's training; {@code 0it} is the initialisation
 * @param mode which values survivors have when a round begins
 * @param optimizerState what a round's optimizer knows of earlier trainings
 */
public record RewindPoint(Step to, RewindMode mode, OptimizerStateMode optimizerState) {}
