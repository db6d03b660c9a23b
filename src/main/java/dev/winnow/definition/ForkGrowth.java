package dev.winnow.definition;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.Findings;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.RoundSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** What a fork cannot take on: the rounds it took over were trained under other settings. */
final class ForkGrowth {
  private static final JsonPointer ARMS = JsonPointer.compile("/arms");
  private static final JsonPointer TRIALS = JsonPointer.compile("/trials/count");

  private ForkGrowth() {}

  /**
   * What is wrong with the growth, pointing into the definition.
   *
   * @param taken the last round taken over
   */
  static List<DefinitionError> errors(
      ExperimentDefinition before, ExperimentDefinition after, int taken) {
    Findings findings = new Findings();
    if (after.trials().count() > before.trials().count()) {
      findings.error(
          TRIALS,
          after.trials().count(),
          "A fork has its parent's trials; add them to the parent and fork it again.",
          String.valueOf(before.trials().count()));
    }
    for (int i = 0; i < after.arms().size(); i++) {
      ArmChoice arm = after.arms().get(i);
      if (!rounds(before, arm.id(), taken).includes(arm.rounds().within(0, taken))) {
        findings.error(
            ARMS.appendIndex(i).appendProperty("rounds"),
            arm.rounds().toString(),
            "Rounds 0 to %d were taken over as the parent trained them.".formatted(taken),
            "rounds from %d to %d".formatted(taken + 1, after.pruning().rounds()));
      }
    }
    return findings.errors();
  }

  private static RoundSet rounds(ExperimentDefinition before, String id, int taken) {
    Optional<ArmChoice> arm =
        before.arms().stream().filter(choice -> choice.id().equals(id)).findFirst();
    return arm.map(choice -> choice.rounds().within(0, taken))
        .orElseGet(() -> RoundSet.between(0, -1));
  }
}
