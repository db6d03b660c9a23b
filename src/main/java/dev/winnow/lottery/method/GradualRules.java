package dev.winnow.lottery.method;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Plan;
import dev.winnow.training.Step;
import tools.jackson.core.JsonPointer;

/** Whether a gradual pruning's steps fit its trainings. */
final class GradualRules {
  private static final JsonPointer METHOD = JsonPointer.compile("/method");
  private static final JsonPointer CRITERION = JsonPointer.compile("/pruning/criterion/name");

  private final Plan plan;
  private final Findings findings;

  GradualRules(Plan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void check(Criterion criterion) {
    RemovalRules removal = new RemovalRules(plan, findings);
    removal.checkExcluded();
    removal.checkDensities(
        "Rounds go from dense to sparse, so each density is below the one before.");
    removal.requireDensities();
    if (criterion.looksAhead()) {
      findings.error(
          CRITERION,
          criterion.name(),
          "It ranks weights before they are trained, here they are ranked while they are trained.",
          "a criterion that ranks trained weights, such as \"magnitude\"");
    }
    checkSteps();
  }

  private void checkSteps() {
    long begin = at("begin");
    long end = at("end");
    long every = at("every");
    if (end <= begin || end >= plan.budget()) {
      error(
          "end",
          "Pruning goes from iteration %d to %d, a training from 0 to %d."
              .formatted(begin, end, plan.budget()),
          "a step after \"begin\" and before the end of the training");
    } else if (every < 1) {
      error("every", "There is no iteration between two prunings.", "at least 1it");
    } else if ((end - begin) % every != 0) {
      error(
          "every",
          "The %d iterations from \"begin\" to \"end\" are no multiple of %d."
              .formatted(end - begin, every),
          "a step that divides them into equal parts");
    }
  }

  private long at(String setting) {
    return plan.iterations(Step.parse(plan.method().text(setting)));
  }

  private void error(String setting, String detail, String allowed) {
    findings.error(METHOD.appendProperty(setting), plan.method().text(setting), detail, allowed);
  }
}
