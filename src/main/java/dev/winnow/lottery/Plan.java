package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.training.Step;
import dev.winnow.training.TrainingPlan;
import java.util.List;

/**
 * What a definition asks of its method, and of which network.
 *
 * @param method an entry of {@link Methods} with its settings
 * @param arms the controls
 * @param data how much is trained on
 */
public record Plan(
    Choice method,
    PruningPlan pruning,
    RewindPoint rewind,
    List<ArmChoice> arms,
    TrainingPlan training,
    ParameterLayout layout,
    Data data) {
  /**
   * How much is trained on.
   *
   * @param examples in all
   * @param perEpoch iterations of an epoch, floor(examples ÷ batch size), at least 1
   */
  public record Data(int examples, int perEpoch) {}

  public Plan {
    arms = List.copyOf(arms);
  }

  /** A step in iterations. */
  public long iterations(Step step) {
    return (long) step.epochs() * data.perEpoch() + step.iterations();
  }

  /** The iteration at which a training ends. */
  public long budget() {
    return iterations(training.budget());
  }

  /** The arm of a control's run. */
  public ArmChoice arm(RunKey run) {
    return arms.stream().filter(arm -> arm.id().equals(run.arm())).findFirst().orElseThrow();
  }
}
