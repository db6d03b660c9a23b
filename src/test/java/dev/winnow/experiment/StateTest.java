package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    List<State> states = Arrays.stream(trials.split(" ")).map(State::valueOf).toList();
    Experiment experiment = experiment(states.size());
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i) != State.QUEUED) {
        experiment.trials().get(i).start(NOW);
      }
    }
    experiment.follow(NOW);
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).ended()) {
        experiment.trials().get(i).end(states.get(i), null, NOW);
      }
    }
    experiment.follow(NOW);
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
    assertThatThrownBy(() -> experiment.cancel(NOW))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining("CANCELLED");
  }

  @Test
  void what_has_completed_waits_again_when_it_grows_and_only_then() {
    Experiment experiment = experiment(1);
    Trial trial = experiment.trials().get(0);
    trial.start(NOW);
    for (int run = 0; run < 3; run++) {
      trial.countRun();
    }
    trial.end(State.COMPLETED, null, NOW);
    experiment.follow(NOW);
    assertThat(experiment.grow("{}", new TrialPlan(1, 1), 3)).isEmpty();
    assertThat(experiment.state()).isEqualTo(State.COMPLETED);
    assertThat(experiment.grow("{}", new TrialPlan(2, 1), 4)).isEqualTo(experiment.trials());
    assertThat(experiment.state()).isEqualTo(State.QUEUED);
    experiment.cancel(NOW);
    assertThatThrownBy(() -> experiment.grow("{}", new TrialPlan(3, 1), 4))
        .isInstanceOf(IllegalMove.class)
        .hasMessageContaining("CANCELLED");
  }

  private static Experiment experiment(int trials) {
    return new Experiment("test", "{}", "f", new TrialPlan(trials, 1), 3, NOW);
  }
}
