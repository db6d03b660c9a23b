package dev.winnow.lottery;

import dev.winnow.training.LearningCurve;

/**
 * A training whose numbers left the finite: a result, not a fault.
 *
 * @param mask under which it was noticed
 * @param iteration the iteration at which it was noticed
 * @param reason what was seen, in one sentence
 */
public record Diverged(
    Mask mask, int iteration, String reason, LearningCurve curve, double seconds, String path)
    implements Outcome {}
