package dev.winnow.definition;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.LayerBudget;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** Whether an experiment's controls fit its rounds. */
final class ArmRules {
  private static final int MOST_RUNS_PER_TRIAL = 10_000;
  private static final JsonPointer ARMS = JsonPointer.compile("/arms");

  private final ExperimentDefinition definition;
  private final Blueprints blueprints;
  private final Findings findings;

  ArmRules(ExperimentDefinition definition, Blueprints blueprints, Findings findings) {
    this.definition = definition;
    this.blueprints = blueprints;
    this.findings = findings;
  }

  /** Checks each arm by itself. */
  void check() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < definition.arms().size(); i++) {
      ArmChoice arm = definition.arms().get(i);
      if (!ids.add(arm.id())) {
        findings.error(
            ARMS.appendIndex(i).appendProperty("id"),
            arm.id(),
            "Another arm has this id.",
            "an id that no other arm has; by default it is the arm's name");
      }
      if (arm.rounds().last() > definition.pruning().rounds()) {
        findings.error(
            rounds(i),
            arm.rounds().toString(),
            "The experiment has no round " + arm.rounds().last() + ".",
            "rounds from 0 to " + definition.pruning().rounds());
      }
    }
  }

  /** Checks the arms of a definition that is right otherwise. */
  void checkIn(Blueprint blueprint) {
    for (int i = 0; i < definition.arms().size(); i++) {
      checkSize(i, definition.arms().get(i), blueprint);
    }
    if (blueprint.runsPerTrial() > MOST_RUNS_PER_TRIAL) {
      findings.error(
          ARMS,
          definition.arms().size(),
          "This asks for " + blueprint.runsPerTrial() + " runs per trial.",
          "at most " + MOST_RUNS_PER_TRIAL + " runs per trial");
    }
  }

  private void checkSize(int index, ArmChoice choice, Blueprint blueprint) {
    Arm arm = blueprints.arm(choice);
    int least = arm.least(blueprint.layout());
    for (int round = 0; round < blueprint.budgets().size(); round++) {
      int kept = blueprint.budgets().get(round).stream().mapToInt(LayerBudget::keep).sum();
      if (choice.rounds().contains(round) && kept < least) {
        findings.error(
            rounds(index),
            choice.rounds().toString(),
            "Round %d keeps %d weights, the smallest network of \"%s\" has %d."
                .formatted(round, kept, arm.name(), least),
            "rounds before " + round);
        return;
      }
    }
  }

  private static JsonPointer rounds(int index) {
    return ARMS.appendIndex(index).appendProperty("rounds");
  }
}
