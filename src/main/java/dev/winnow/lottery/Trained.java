package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.training.LearningCurve;

/**
 * A training that ran its full budget.
 *
 * @param finalWeights after the last iteration
 * @param atEarlyStop measured at the early-stop iteration
 * @param atEnd measured after the last iteration
 */
public record Trained(
    Weights finalWeights,
    LearningCurve curve,
    Measurement atEarlyStop,
    Measurement atEnd,
    double seconds,
    String path)
    implements Outcome {}
