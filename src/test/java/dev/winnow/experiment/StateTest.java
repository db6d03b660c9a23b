package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.definition.TrialSettings;
import dev.winnow.lottery.RunKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateTest {
  private static final Instant NOW = Instant.EPOCH;

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "CANCELLED", "FAILED", "DIVERGED"})
  void nothing_follows_an_end(State end) {
    assertThat(end.ended()).isTrue();
    assertThatThrownBy(() -> end.to(State.RUNNING))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining(end.name());
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING QUEUED, RUNNING",
    "COMPLETED QUEUED, QUEUED",
    "COMPLETED FAILED, COMPLETED",
    "COMPLETED DIVERGED, COMPLETED",
    "FAILED DIVERGED, FAILED",
    "DIVERGED DIVERGED, DIVERGED"
  })
  void an_experiment_follows_its_trials(String trials, State expected) {
    Experiment experiment = with(trials);
    assertThat(experiment.state()).isEqualTo(expected);
  }

  @Test
  void cancelling_ends_what_has_not_ended() {
    Experiment experiment = experiment(2);
    experiment.trials().get(0).start(NOW);
    experiment.trials().get(0).end(State.COMPLETED, null, NOW);
    experiment.cancel(NOW);
    assertThat(experiment.state()).isEqualTo(State.CANCELLED);
    assertThat(experiment.trials())
        .extracting(Trial::state)
        .containsExactly(State.COMPLETED, State.CANCELLED);
    assertThat(experiment.cancel(NOW)).as("asked for again").isEmpty();
  }

  @Test
  void pausing_stops_what_has_not_ended_and_resuming_puts_it_back() {
    Experiment experiment = experiment(3);
    experiment.trials().get(0).start(NOW);
    experiment.trials().get(0).end(State.COMPLETED, null, NOW);
    experiment.trials().get(1).start(NOW);
    assertThat(experiment.pause(NOW)).extracting(Trial::number).containsExactly(2, 3);
    assertThat(experiment.state()).isEqualTo(State.PAUSED);
    assertThat(experiment.pause(NOW)).as("asked for again").isEmpty();
    assertThat(experiment.resume(NOW)).extracting(Trial::number).containsExactly(2, 3);
    assertThat(experiment.state()).isEqualTo(State.QUEUED);
    assertThat(experiment.trials())
        .extracting(Trial::state)
        .containsExactly(State.COMPLETED, State.QUEUED, State.QUEUED);
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED FAILED, COMPLETED QUEUED",
    "FAILED FAILED, QUEUED QUEUED",
    "FAILED DIVERGED, QUEUED DIVERGED",
    "RUNNING FAILED, RUNNING QUEUED"
  })
  void retrying_takes_up_what_failed_and_leaves_the_rest(String trials, String expected) {
    Experiment experiment = with(trials);
    experiment.retry(false, NOW);
    assertThat(experiment.trials())
        .extracting(Trial::state)
        .containsExactlyElementsOf(states(expected));
    assertThat(experiment.state().open()).isTrue();
  }

  @Test
  void retrying_takes_up_what_was_cancelled() {
    Experiment experiment = experiment(2);
    experiment.cancel(NOW);
    experiment.retry(false, NOW);
    assertThat(experiment.trials()).extracting(Trial::state).containsOnly(State.QUEUED);
    assertThat(experiment.state()).isEqualTo(State.QUEUED);
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED COMPLETED, PAUSE RESUME RETRY CANCEL, '[GROW, DELETE]'",
    "DIVERGED DIVERGED, PAUSE RESUME RETRY CANCEL, [DELETE]",
    "FAILED DIVERGED, PAUSE RESUME CANCEL, '[RETRY, DELETE]'",
    "COMPLETED FAILED, PAUSE RESUME CANCEL, '[RETRY, GROW, DELETE]'",
    "RUNNING FAILED, DELETE, '[PAUSE, RETRY, CANCEL, GROW]'",
    "RUNNING QUEUED, DELETE, '[PAUSE, CANCEL, GROW]'"
  })
  void an_illegal_move_names_the_state_and_what_is_possible(
      String trials, String moves, String possible) {
    for (Move move : Arrays.stream(moves.split(" ")).map(Move::valueOf).toList()) {
      Experiment experiment = with(trials);
      State before = experiment.state();
      assertThatThrownBy(() -> ask(experiment, move))
          .isInstanceOf(IllegalMove.class)
          .hasMessageContaining(before.name())
          .hasMessageContaining(move.name())
          .hasMessageContaining(possible);
      assertThat(experiment.state()).isEqualTo(before);
    }
  }

  private static void ask(Experiment experiment, Move move) {
    switch (move) {
      case PAUSE -> experiment.pause(NOW);
      case RESUME -> experiment.resume(NOW);
      case RETRY -> experiment.retry(true, NOW);
      case CANCEL -> experiment.cancel(NOW);
      case GROW -> experiment.grow(work(2, 4), NOW);
      case FORK -> throw new IllegalArgumentException("a fork is an experiment of its own");
      case DELETE -> experiment.mayBeDeleted();
    }
  }

  private static List<State> states(String names) {
    return Arrays.stream(names.split(" ")).map(State::valueOf).toList();
  }

  /** An experiment whose trials have come to these states. */
  private static Experiment with(String trials) {
    List<State> states = states(trials);
    Experiment experiment = experiment(states.size());
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i) != State.QUEUED) {
        experiment.trials().get(i).start(NOW);
      }
    }
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).ended()) {
        experiment.trials().get(i).end(states.get(i), null, NOW);
      }
    }
    return experiment;
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void it_can_be_forked_once_each_trial_has_completed_a_round(State state) {
    assertThat(state.moves(List.of(state), state.forkable(2))).contains(Move.FORK);
    assertThat(state.moves(List.of(state), state.forkable(0))).doesNotContain(Move.FORK);
  }

  @Test
  void a_trial_whose_first_training_diverged_has_nothing_to_take_over() {
    assertThat(State.DIVERGED.forkable(1)).isFalse();
    assertThat(State.RUNNING.forkable(1)).isTrue();
  }

  @Test
  void what_has_completed_waits_again_when_it_grows_and_only_then() {
    Experiment experiment = experiment(1);
    Trial trial = experiment.trials().get(0);
    trial.start(NOW);
    for (int run = 0; run < 3; run++) {
      trial.finish(RunKey.ticket(run), RunState.COMPLETED, NOW);
    }
    trial.end(State.COMPLETED, null, NOW);
    assertThat(experiment.grow(work(1, 3), NOW)).isEmpty();
    assertThat(experiment.state()).isEqualTo(State.COMPLETED);
    assertThat(experiment.grow(work(2, 4), NOW)).isEqualTo(experiment.trials());
    assertThat(experiment.state()).isEqualTo(State.QUEUED);
    experiment.cancel(NOW);
    assertThatThrownBy(() -> experiment.grow(work(3, 4), NOW))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining("CANCELLED");
    assertThat(experiment.moves()).containsExactly(Move.RETRY, Move.DELETE);
  }

  private static Experiment experiment(int trials) {
    return new Experiment("test", "f", work(trials, 3), NOW);
  }

  private static Workload work(int trials, int runsPerTrial) {
    return new Workload("{}", new TrialSettings(trials, 1), runsPerTrial);
  }
}
