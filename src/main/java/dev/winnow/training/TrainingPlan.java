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
 * @param schedule how the learning rate changes; left out likewise, it does not
 * @param warmup over how much of the training it rises to its full height; left out likewise, over
 *     nothing
 */
public record TrainingPlan(
    Optimizer optimizer,
    int batchSize,
    Step budget,
    Step evaluateEvery,
    TestEvaluation testEvaluation,
    PathChoice path,
    Schedule schedule,
    Step warmup) {
  public TrainingPlan {
    path = Objects.requireNonNullElse(path, PathChoice.AUTO);
    schedule = Objects.requireNonNullElseGet(schedule, Schedule.Constant::new);
    warmup = Objects.requireNonNullElse(warmup, Step.START);
  }

  /** With the same learning rate in every iteration. */
  public TrainingPlan(
      Optimizer optimizer,
      int batchSize,
      Step budget,
      Step evaluateEvery,
      TestEvaluation testEvaluation,
      PathChoice path) {
    this(
        optimizer,
        batchSize,
        budget,
        evaluateEvery,
        testEvaluation,
        path,
        new Schedule.Constant(),
        Step.START);
  }

  /** The same, computed in another way. */
  public TrainingPlan on(PathChoice other) {
    return new TrainingPlan(
        optimizer, batchSize, budget, evaluateEvery, testEvaluation, other, schedule, warmup);
  }

  /** The same with other iterations. */
  public TrainingPlan stepping(Optimizer other, int examples) {
    return new TrainingPlan(
        other, examples, budget, evaluateEvery, testEvaluation, path, schedule, warmup);
  }

  /**
   * The share of the learning rate with which an iteration moves the weights: the schedule's, and
   * while the warm-up lasts (iteration + 1) ÷ its length of that.
   *
   * @param iteration from 0
   * @param perEpoch iterations of one epoch
   */
  public double rateShare(int iteration, int perEpoch) {
    double share = schedule.share(iteration, budget.in(perEpoch), perEpoch);
    int rise = warmup.in(perEpoch);
    return iteration < rise ? share * (iteration + 1) / rise : share;
  }
}
