package dev.winnow.lottery.method;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.training.ComputePath;
import dev.winnow.training.Step;
import java.util.Locale;
import tools.jackson.core.JsonPointer;

/** Whether the points in training that a definition names fit its trainings. */
final class RewindRules {
  private static final JsonPointer REWIND_TO = JsonPointer.compile("/rewind/to");
  private static final JsonPointer MODE = JsonPointer.compile("/rewind/mode");
  private static final JsonPointer PRUNE_AT = JsonPointer.compile("/pruning/pruneAt");
  private static final JsonPointer KEPT = JsonPointer.compile("/pruning/maskActions/kept");
  private static final JsonPointer PRUNED = JsonPointer.compile("/pruning/maskActions/pruned");

  private final Plan plan;
  private final PruningPlan pruning;
  private final RewindPoint rewind;
  private final long to;
  private final long budget;
  private final Findings findings;

  RewindRules(Plan plan, Findings findings) {
    this.plan = plan;
    this.pruning = plan.pruning();
    this.rewind = plan.rewind();
    this.to = plan.iterations(rewind.to());
    this.budget = plan.budget();
    this.findings = findings;
  }

  void check() {
    checkPoint();
    checkMode();
    pruning.pruneAt().step().ifPresent(this::checkPruneAt);
    checkActions();
  }

  private void checkPoint() {
    if (to > 0 && to >= budget) {
      findings.error(
          REWIND_TO,
          rewind.to().toString(),
          "The rewind point is iteration %d, a training ends after %d.".formatted(to, budget),
          "a step before the end of the training, or a longer budget");
    }
    if (to > 0 && rewind.mode() == RewindMode.CONTINUE) {
      findings.error(
          REWIND_TO,
          rewind.to().toString(),
          "Continued training does not rewind, so it has no rewind point.",
          "\"" + Step.START + "\", or another mode");
    }
    if (rewind.mode() == RewindMode.WEIGHTS && 2 * to > budget) {
      findings.warning(
          REWIND_TO,
          "Survivors return to late weights and have less than half of the training left:"
              + " pruned networks collapse there. Rewind earlier, or use mode"
              + " \"learning-rate\".");
    }
  }

  private void checkMode() {
    if (rewind.mode() != RewindMode.FINE_TUNE) {
      return;
    }
    boolean constant =
        plan.training().schedule().name().equals("constant")
            && plan.training().warmup().equals(Step.START);
    if (!constant) {
      findings.error(
          MODE,
          "fine-tune",
          "Training on at a schedule's last learning rate is not built yet.",
          "another mode, or a constant learning rate without warm-up");
    }
    findings.warning(
        MODE,
        "Fine-tuning at the last learning rate falls behind at low densities: mode"
            + " \"learning-rate\" does not (Renda et al. 2020).");
  }

  private void checkPruneAt(Step step) {
    long at = plan.iterations(step);
    if (at > budget || at < to) {
      findings.error(
          PRUNE_AT,
          step.toString(),
          "Rounds train from iteration %d to %d, this is iteration %d.".formatted(to, budget, at),
          "\"end\", or a step from the rewind point to the end of the training");
    }
  }

  private void checkActions() {
    MaskActions actions = pruning.maskActions();
    if (actions.kept() != MaskActions.Kept.REWIND && rewind.mode() != RewindMode.WEIGHTS) {
      findings.error(
          KEPT,
          word(actions.kept()),
          "Survivors that keep their trained weights cannot be given other ones.",
          "\"rewind\", or the rewind mode \"weights\"");
    }
    if (actions.pruned() != MaskActions.Pruned.ZERO
        && plan.training().path() == ComputePath.SPARSE) {
      findings.error(
          PRUNED,
          word(actions.pruned()),
          "The sparse path leaves pruned weights out, whatever their value.",
          "\"zero\", or another path");
    }
  }

  /** As a definition writes it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
