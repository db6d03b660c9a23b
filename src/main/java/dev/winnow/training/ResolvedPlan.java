package dev.winnow.training;

/** A training plan with the optimizer and the schedule that it names. */
public record ResolvedPlan(TrainingPlan plan, Optimizer optimizer, Schedule schedule) {
  /** Learns some values of a training, from its first update on. */
  public ParameterUpdater learner(Variables variables) {
    return optimizer.learner(plan.optimizer(), variables);
  }

  /**
   * The share of the learning rate with which an iteration moves the weights: the schedule's, and
   * while the warm-up lasts (iteration + 1) ÷ its length of that.
   *
   * @param iteration from 0
   * @param perEpoch iterations of one epoch
   */
  public double rateShare(int iteration, int perEpoch) {
    int iterations = plan.budget().in(perEpoch);
    double share = schedule.share(plan.schedule(), iteration, iterations, perEpoch);
    int rise = plan.warmup().in(perEpoch);
    return iteration < rise ? share * (iteration + 1) / rise : share;
  }
}
