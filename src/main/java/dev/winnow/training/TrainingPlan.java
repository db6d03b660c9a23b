package dev.winnow.training;

import dev.winnow.catalog.Choice;

/**
 * How each network of an experiment is trained.
 *
 * @param optimizer an entry of {@link Optimizers} with its settings
 * @param batchSize examples per iteration, at least 1
 * @param budget the full length of a training; there is no stopping before it
 * @param evaluateEvery validation is evaluated at each multiple and after the last iteration
 * @param testEvaluation when the test set is evaluated
 * @param path how each round is computed
 * @param schedule how the learning rate changes, an entry of {@link Schedules}
 * @param warmup over how much of the training it rises to its full height
 */
public record TrainingPlan(
    Choice optimizer,
    int batchSize,
    Step budget,
    Step evaluateEvery,
    TestEvaluation testEvaluation,
    ComputePath path,
    Choice schedule,
    Step warmup) {
  /** The same, computed in another way. */
  public TrainingPlan on(ComputePath other) {
    return new TrainingPlan(
        optimizer, batchSize, budget, evaluateEvery, testEvaluation, other, schedule, warmup);
  }

  /** The same with batches of another size. */
  public TrainingPlan withBatchSize(int examples) {
    return new TrainingPlan(
        optimizer, examples, budget, evaluateEvery, testEvaluation, path, schedule, warmup);
  }
}
