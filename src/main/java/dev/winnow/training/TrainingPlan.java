package dev.winnow.training;

import java.util.Objects;

/**
 * How each network of an experiment is trained.
 *
 * @param batchSize examples per iteration, at least 1
 * @param budget the full length of a training; there is no stopping before it
 * @param evaluateEvery validation is evaluated at each multiple and after the last iteration
 * @param testEvaluation when the test set is evaluated
 * @param path how each round is computed; left out, as definitions once did, it is {@code auto}
 */
public record TrainingPlan(
    Optimizer optimizer,
    int batchSize,
    Step budget,
    Step evaluateEvery,
    TestEvaluation testEvaluation,
    PathChoice path) {
  public TrainingPlan {
    path = Objects.requireNonNullElse(path, PathChoice.AUTO);
  }
}
