package dev.winnow.lottery.method;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.lottery.Scope;
import dev.winnow.training.Step;
import tools.jackson.core.JsonPointer;

/** Whether a criterion that ranks weights before they are trained is given what it asks for. */
final class GradientCriterionRules {
  private static final JsonPointer EXAMPLES = JsonPointer.compile("/pruning/criterion/examples");
  private static final JsonPointer MODE = JsonPointer.compile("/rewind/mode");
  private static final JsonPointer REWIND_TO = JsonPointer.compile("/rewind/to");
  private static final JsonPointer PRUNE_AT = JsonPointer.compile("/pruning/pruneAt");
  private static final JsonPointer SCOPE = JsonPointer.compile("/pruning/scope");
  private static final JsonPointer STRATEGY = JsonPointer.compile("/pruning/strategy");

  private final Plan plan;
  private final PruningPlan pruning;
  private final RewindPoint rewind;
  private final Criterion criterion;
  private final Findings findings;

  GradientCriterionRules(Plan plan, Criterion criterion, Findings findings) {
    this.plan = plan;
    this.pruning = plan.pruning();
    this.rewind = plan.rewind();
    this.criterion = criterion;
    this.findings = findings;
  }

  void check() {
    if (criterion.looksAhead()) {
      checkStart();
      warn();
    }
    int asked = criterion.examples(pruning.criterion());
    int examples = plan.data().examples();
    if (asked > examples) {
      findings.error(
          EXAMPLES,
          asked,
          "There are only " + examples + " examples to train on.",
          "a whole number from 1 to " + examples);
    }
  }

  private void checkStart() {
    String ranks =
        "\"%s\" ranks weights as a training begins with them".formatted(criterion.name());
    if (rewind.mode() != RewindMode.WEIGHTS) {
      findings.error(
          MODE,
          RewindRules.word(rewind.mode()),
          ranks + ", in this mode a round begins with others than those that were ranked.",
          "\"weights\", or a criterion that ranks trained weights");
      return;
    }
    long to = plan.iterations(rewind.to());
    boolean same = pruning.pruneAt().step().filter(step -> plan.iterations(step) == to).isPresent();
    if (!same && to > 0) {
      findings.error(
          REWIND_TO,
          rewind.to().toString(),
          "%s, these are the weights at \"%s\" and not those returned to."
              .formatted(ranks, pruning.pruneAt()),
          "\"%s\", or \"pruneAt\" at the same step".formatted(Step.START));
    } else if (!same) {
      findings.error(
          PRUNE_AT,
          pruning.pruneAt().toString(),
          ranks + ", not after it.",
          "\"%s\", or the step of \"rewind\"".formatted(Step.START));
    }
  }

  private void warn() {
    if (pruning.scope() == Scope.LAYERWISE) {
      findings.warning(
          SCOPE,
          "\"%s\" was made to rank all layers together, and to choose their densities so:"
                  .formatted(criterion.name())
              + " scope \"global\".");
    }
    if (pruning.strategy() == PruningStrategy.ITERATIVE) {
      findings.warning(
          STRATEGY,
          "\"%s\" looks at no training, so rounds between only measure: strategy \"one-shot\""
                  .formatted(criterion.name())
              + " with a list of densities reaches them at once.");
    }
  }
}
