package dev.winnow.experiment;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All trials of one experiment: what they come to together, and what can be asked of them. */
record TrialGroup(List<Trial> trials) {
  /** Any trial running, else any queued or paused, else the best end that a trial came to. */
  State state() {
    Set<State> states =
        trials.stream()
            .map(Trial::state)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
    return Stream.of(
            State.RUNNING,
            State.QUEUED,
            State.PAUSED,
            State.COMPLETED,
            State.FAILED,
            State.DIVERGED)
        .filter(states::contains)
        .findFirst()
        .orElse(State.CANCELLED);
  }

  /**
   * What can be asked of the experiment.
   *
   * @param state of the experiment, which may have been paused or cancelled as a whole
   */
  Set<Move> moves(State state) {
    return state.moves(
        trials.stream().map(Trial::state).toList(),
        trials.stream().allMatch(trial -> trial.state().forkable(trial.runsDone())));
  }

  /**
   * The trials that a move concerns.
   *
   * @param state of the experiment
   * @throws IllegalMove if the experiment may not be asked for it
   */
  List<Trial> asked(State state, Move move, Predicate<Trial> which) {
    Set<Move> moves = moves(state);
    if (!moves.contains(move) && !state.isAfter(move)) {
      throw new IllegalMove(state, move, moves);
    }
    return trials.stream().filter(which).toList();
  }
}
