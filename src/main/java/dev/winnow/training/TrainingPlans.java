package dev.winnow.training;

import dev.winnow.catalog.UnknownName;
import org.springframework.stereotype.Component;

/** Finds what training plans name. */
@Component
public final class TrainingPlans {
  private final Optimizers optimizers;
  private final Schedules schedules;

  public TrainingPlans(Optimizers optimizers, Schedules schedules) {
    this.optimizers = optimizers;
    this.schedules = schedules;
  }

  /**
   * @throws UnknownName if there is no such optimizer or schedule
   */
  public ResolvedPlan resolve(TrainingPlan plan) {
    return new ResolvedPlan(
        plan, optimizers.get(plan.optimizer().name()), schedules.get(plan.schedule().name()));
  }
}
