package dev.winnow.experiment;

import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a fork takes over from its parent: the first rounds of every trial. */
@Component
class ForkedRounds {
  private final Blueprints blueprints;
  private final TrialResults results;

  ForkedRounds(Blueprints blueprints, TrialResults results) {
    this.blueprints = blueprints;
    this.results = results;
  }

  /**
   * @param definition the parent's
   * @param lastRound the last one to be taken over
   * @throws IllegalMove if a trial has not completed these rounds
   */
  void requireDone(Experiment parent, ExperimentDefinition definition, int lastRound) {
    int runs =
        blueprints.of(definition).runs().subList(0, lastRound + 1).stream()
            .mapToInt(Collection::size)
            .sum();
    parent.trials().forEach(trial -> requireDone(trial, lastRound, runs));
  }

  private void requireDone(Trial trial, int lastRound, int runs) {
    int done = results.completed(trial.id(), lastRound);
    if (done < runs) {
      throw new IllegalMove(
          trial.experiment().state(),
          "Trial %d is %s and has completed %d of the %d runs of rounds 0 to %d; fork at an earlier round or when these are done"
              .formatted(trial.number(), trial.state(), done, runs, lastRound),
          trial.experiment().moves());
    }
  }

  /** Gives a fork, which has been saved, its parent's rounds. */
  void pass(Experiment parent, Experiment fork, int lastRound) {
    fork.descendFrom(parent, lastRound);
    List<Trial> heirs = fork.trials();
    for (int i = 0; i < heirs.size(); i++) {
      Trial from = parent.trials().get(i);
      heirs.get(i).inherit(from, results.copy(from.id(), heirs.get(i).id(), lastRound));
    }
  }
}
