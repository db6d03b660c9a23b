package dev.winnow.definition;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.RoundSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The arms of a fork: up to the round it takes over those of its parent, after it those asked for.
 *
 * @param parent the parent's arms
 * @param round the last round taken over
 * @param last the fork's last round
 */
record ForkArms(List<ArmChoice> parent, int round, int last) {
  private static final JsonPointer ARMS = JsonPointer.compile("/definition/arms");

  /** The parent's arms as far as the fork has rounds for them. */
  List<ArmChoice> kept() {
    return parent.stream().flatMap(arm -> in(arm, arm.rounds().within(0, last)).stream()).toList();
  }

  /** The parent's arms up to the fork, and these after it. */
  List<ArmChoice> with(List<ArmChoice> asked) {
    Stream<ArmChoice> before =
        parent.stream()
            .filter(arm -> asked.stream().noneMatch(other -> other.id().equals(arm.id())))
            .flatMap(arm -> in(arm, arm.rounds().within(0, round)).stream());
    return Stream.concat(before, asked.stream().flatMap(arm -> in(arm, rounds(arm)).stream()))
        .toList();
  }

  private RoundSet rounds(ArmChoice asked) {
    RoundSet after = asked.rounds().within(round + 1, last);
    return before(asked.id()).map(arm -> arm.rounds().within(0, round).and(after)).orElse(after);
  }

  private Optional<ArmChoice> before(String id) {
    return parent.stream().filter(arm -> arm.id().equals(id)).findFirst();
  }

  private static Optional<ArmChoice> in(ArmChoice arm, RoundSet rounds) {
    return rounds.count() == 0
        ? Optional.empty()
        : Optional.of(new ArmChoice(arm.id(), arm.name(), rounds, arm.parameters()));
  }

  /**
   * Checks the arms asked for.
   *
   * @param posted the same as they were written: rounds left out mean all that are possible
   */
  void check(List<ArmChoice> asked, JsonNode posted, Findings findings) {
    for (int i = 0; i < asked.size(); i++) {
      check(asked.get(i), posted.get(i).hasNonNull("rounds"), ARMS.appendIndex(i), findings);
    }
  }

  private void check(ArmChoice arm, boolean roundsGiven, JsonPointer pointer, Findings findings) {
    Optional<ArmChoice> before = before(arm.id());
    if (before.isPresent() && !ArmGrowth.same(before.get(), arm)) {
      findings.error(
          pointer,
          arm,
          "Arm \"%s\" is the parent's with other settings.".formatted(arm.id()),
          "an id that no arm of the parent has");
      return;
    }
    RoundSet taken = arm.rounds().within(0, round);
    boolean repeats = before.map(same -> same.rounds().includes(taken)).orElse(taken.count() == 0);
    if (roundsGiven && !repeats) {
      findings.error(
          pointer.appendProperty("rounds"),
          arm.rounds().toString(),
          "Rounds 0 to %d are taken over as the parent trained them.".formatted(round),
          "rounds from %d to %d".formatted(round + 1, last));
    }
  }
}
