package dev.winnow.experiment;

import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.RoundSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The arms of a fork: up to the round it takes over those of its parent, after it those asked for.
 *
 * @param parent the parent's arms
 * @param round the last round taken over
 * @param last the fork's last round
 */
record ForkArms(List<ArmChoice> parent, int round, int last) {
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
   * What is wrong with the arms asked for.
   *
   * @param posted the same as they were written: rounds left out mean all that are possible
   */
  List<DefinitionError> errors(List<ArmChoice> asked, JsonNode posted) {
    List<DefinitionError> errors = new ArrayList<>();
    IntStream.range(0, asked.size())
        .forEach(i -> error(asked.get(i), posted.get(i).has("rounds"), i).ifPresent(errors::add));
    return errors;
  }

  private Optional<DefinitionError> error(ArmChoice arm, boolean roundsGiven, int place) {
    String pointer = "/definition/arms/" + place;
    Optional<ArmChoice> before = before(arm.id());
    if (before.isPresent() && !ArmGrowth.same(before.get(), arm)) {
      return Optional.of(
          new DefinitionError(
              pointer,
              arm,
              "Arm \"%s\" is the parent's with other settings.".formatted(arm.id()),
              "an id that no arm of the parent has"));
    }
    RoundSet taken = arm.rounds().within(0, round);
    boolean repeats = before.map(same -> same.rounds().includes(taken)).orElse(taken.count() == 0);
    return roundsGiven && !repeats
        ? Optional.of(
            new DefinitionError(
                pointer + "/rounds",
                arm.rounds().toString(),
                "Rounds 0 to %d are taken over as the parent trained them.".formatted(round),
                "rounds from %d to %d".formatted(round + 1, last)))
        : Optional.empty();
  }
}
