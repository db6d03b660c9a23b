package dev.winnow.experiment;

import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Share;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether an experiment's controls fit its rounds. */
final class ArmConsistency {
  private static final int MOST_RUNS_PER_TRIAL = 10_000;

  private final ExperimentDefinition definition;
  private final Blueprints blueprints;
  private final List<DefinitionError> errors = new ArrayList<>();

  ArmConsistency(ExperimentDefinition definition, Blueprints blueprints) {
    this.definition = definition;
    this.blueprints = blueprints;
  }

  /** What is wrong with each arm by itself. */
  List<DefinitionError> errors() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < definition.arms().size(); i++) {
      ArmChoice arm = definition.arms().get(i);
      if (!ids.add(arm.id())) {
        error(
            "/arms/" + i + "/id",
            arm.id(),
            "Another arm has this id.",
            "an id that no other arm has; by default it is the arm's name");
      }
      if (arm.rounds().last() > definition.pruning().rounds()) {
        error(
            "/arms/" + i + "/rounds",
            arm.rounds().toString(),
            "The experiment has no round " + arm.rounds().last() + ".",
            "rounds from 0 to " + definition.pruning().rounds());
      }
    }
    return errors;
  }

  /** What is wrong with the arms of a definition that is right otherwise. */
  List<DefinitionError> errorsInPlan() {
    Blueprint blueprint = blueprints.of(definition);
    for (int i = 0; i < definition.arms().size(); i++) {
      checkSize(i, definition.arms().get(i), blueprint);
    }
    if (blueprint.runsPerTrial() > MOST_RUNS_PER_TRIAL) {
      error(
          "/arms",
          definition.arms().size(),
          "This asks for " + blueprint.runsPerTrial() + " runs per trial.",
          "at most " + MOST_RUNS_PER_TRIAL + " runs per trial");
    }
    return errors;
  }

  private void checkSize(int index, ArmChoice choice, Blueprint blueprint) {
    Arm arm = blueprints.arm(choice);
    int least = arm.least(blueprint.layout());
    for (int round = 0; round < blueprint.shares().size(); round++) {
      int kept = blueprint.shares().get(round).stream().mapToInt(Share::keep).sum();
      if (choice.rounds().contains(round) && kept < least) {
        error(
            "/arms/" + index + "/rounds",
            choice.rounds().toString(),
            "Round %d keeps %d weights, the smallest network of \"%s\" has %d."
                .formatted(round, kept, arm.name(), least),
            "rounds before " + round);
        return;
      }
    }
  }

  private void error(String pointer, Object value, String detail, String allowed) {
    errors.add(new DefinitionError(pointer, value, detail, allowed));
  }
}
