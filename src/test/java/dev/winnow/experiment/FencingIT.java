package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.definition.Blueprints;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.queue.LeaseLost;
import dev.winnow.results.Run;
import dev.winnow.results.RunStore;
import dev.winnow.results.WorkerProvenance;
import dev.winnow.training.LearningCurve;
import dev.winnow.web.PlayedExperiment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a worker may no longer write once its trial is in other hands. */
class FencingIT extends PlayedExperiment {
  @Autowired private TrialStore trials;
  @Autowired private RunStore runs;
  @Autowired private Attempts attempts;
  @Autowired private Steering steering;
  @Autowired private Blueprints blueprints;
  @Autowired private JdbcClient jdbc;

  @Test
  void a_zombie_changes_nothing() {
    long experiment = submit();
    LeasedTrial zombie = trials.open(given().claim(experiment, 1)).orElseThrow();
    given().claim(experiment, 1);
    assertThatThrownBy(() -> commit(zombie)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> attempts.train(zombie, RunKey.ticket(0), 100))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> trials.fail(zombie, "no")).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> trials.open(zombie.lease())).isInstanceOf(LeaseLost.class);
    assertThat(runsOf(experiment)).isZero();
    assertThat(
            count(
                "select count(*) from trial where experiment_id = ? and state = 'FAILED'",
                experiment))
        .isZero();
  }

  @Test
  void a_cancelled_experiment_takes_no_more_results() {
    long experiment = submit();
    LeasedTrial open = trials.open(given().claim(experiment, 1)).orElseThrow();
    steering.cancel(experiment);
    assertThatThrownBy(() -> commit(open)).isInstanceOf(LeaseLost.class);
    assertThat(runsOf(experiment)).isZero();
    assertThat(trials.open(given().claim(experiment, 1))).isEmpty();
  }

  @Test
  void a_paused_experiment_takes_no_more_results() {
    long experiment = submit();
    LeasedTrial open = trials.open(given().claim(experiment, 1)).orElseThrow();
    steering.pause(experiment);
    assertThatThrownBy(() -> commit(open)).isInstanceOf(LeaseLost.class);
    assertThat(trials.open(given().claim(experiment, 1))).isEmpty();
    steering.resume(experiment);
    assertThatThrownBy(() -> commit(open)).isInstanceOf(LeaseLost.class);
    commit(trials.open(given().claim(experiment, 1)).orElseThrow());
    assertThat(runsOf(experiment)).isEqualTo(1);
  }

  @Test
  void a_run_is_kept_once() {
    long experiment = submit();
    LeasedTrial open = trials.open(given().claim(experiment, 1)).orElseThrow();
    commit(open);
    assertThatThrownBy(() -> commit(open)).hasStackTraceContaining("run_trial_id_round_arm");
    assertThat(runsOf(experiment)).isEqualTo(1);
    assertThat(count("select runs_done from experiment where id = ?", experiment)).isEqualTo(1);
  }

  @Test
  void a_signature_once_fixed_stays() {
    long experiment = submit();
    LeasedTrial open = trials.open(given().claim(experiment, 1)).orElseThrow();
    assertThat(trials.sign(open, "one")).isEmpty();
    assertThat(trials.sign(open, "another")).contains("one");
    assertThat(trials.sign(open, "one")).isEmpty();
  }

  @Test
  void a_released_trial_goes_on_with_any_signature() {
    long experiment = submit();
    LeasedTrial open = trials.open(given().claim(experiment, 1)).orElseThrow();
    trials.sign(open, "one");
    trials.sign(open, "another");
    steering.retry(experiment, true);
    assertThatThrownBy(() -> trials.sign(open, "another")).isInstanceOf(LeaseLost.class);
    LeasedTrial again = trials.open(given().claim(experiment, 1)).orElseThrow();
    assertThat(trials.sign(again, "another")).isEmpty();
    LeasedTrial other = trials.open(given().claim(experiment, 2)).orElseThrow();
    trials.sign(other, "one");
    assertThat(trials.sign(other, "another")).as("a trial that did not wait").contains("one");
  }

  @Test
  void events_are_numbered_without_gaps_however_many_write() {
    long experiment = submit();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> given().runs(experiment, 1, 100, run -> 0.5)),
            CompletableFuture.runAsync(() -> given().runs(experiment, 2, 100, run -> 0.5)))
        .join();
    List<Long> numbers =
        jdbc.sql("select number from event where experiment_id = ? order by number")
            .param(experiment)
            .query(Long.class)
            .list();
    // 26 runs, 2 starts and 2 ends of trials, 1 submission, 1 start and 1 end of the experiment.
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 33).boxed().toList());
  }

  @Test
  void a_flipped_bit_in_a_large_value_is_noticed() {
    long experiment = submit();
    given().runs(experiment, 1, 1, run -> 0.5);
    LeasedTrial open = trials.open(given().claim(experiment, 1)).orElseThrow();
    ParameterLayout layout = blueprints.of(open.definition()).layout();
    assertThat(runs.finalWeights(open, layout, 0)).isNotNull();
    jdbc.sql(
            """
            update artifact_chunk set bytes = set_byte(bytes, 5000, get_byte(bytes, 5000) # 1)
            where sequence = 1 and artifact_id =
              (select id from artifact where trial_id = ? and kind = 'final-weights')
            """)
        .param(open.id())
        .update();
    assertThatThrownBy(() -> runs.finalWeights(open, layout, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("checksum");
  }

  private void commit(LeasedTrial open) {
    ParameterLayout layout = blueprints.of(open.definition()).layout();
    Mask mask = Mask.dense(layout);
    Diverged outcome = new Diverged(mask, 1, "made up", new LearningCurve(List.of()), 1, "dense");
    WorkerProvenance provenance = new WorkerProvenance("s", "j", "c", "d");
    runs.commit(open, new Run(RunKey.ticket(0), mask, outcome, provenance), RunArtifacts.NONE);
  }

  private long runsOf(long experiment) {
    return count(
        "select count(*) from run join trial t on t.id = run.trial_id where t.experiment_id = ?",
        experiment);
  }

  private long count(String sql, long experiment) {
    return jdbc.sql(sql).param(experiment).query(Long.class).single();
  }
}
