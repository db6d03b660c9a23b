package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.RunKey;
import dev.winnow.queue.LeaseLost;
import dev.winnow.results.CheckpointStore;
import dev.winnow.web.PlayedExperiment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What interrupted attempts at a run leave behind. */
class AttemptsIT extends PlayedExperiment {
  private static final RunKey RUN = RunKey.ticket(0);

  @Autowired private TrialStore trials;
  @Autowired private Attempts attempts;
  @Autowired private CheckpointStore checkpoints;
  @Autowired private JdbcClient jdbc;

  @Test
  void a_lost_worker_counts_and_one_that_laid_the_trial_down_does_not() {
    long experiment = submit();
    assertThat(open(experiment).losses()).isZero();
    assertThat(open(experiment).losses()).isEqualTo(1);
    attempts.end(open(experiment));
    assertThat(open(experiment).losses()).isEqualTo(2);
  }

  @Test
  void deaths_count_apart_until_there_is_progress() {
    long experiment = submit();
    open(experiment);
    LeasedTrial open = open(experiment);
    assertThat(attempts.died(open)).isEqualTo(1);
    assertThat(attempts.died(open)).isEqualTo(2);
    checkpoints.keep(open, RUN, "s", checkpoint(10));
    assertThat(attempts.died(open)).isEqualTo(1);
    assertThat(open(experiment).losses()).isZero();
    given().runs(experiment, 1, 1, run -> 0.5);
    assertThat(attempts.died(open(experiment))).isEqualTo(1);
  }

  @Test
  void the_newest_checkpoint_of_the_run_is_found_by_its_own_signature() {
    LeasedTrial open = open(submit());
    assertThat(checkpoints.newest(open, RUN, "s")).isEmpty();
    for (int iteration = 10; iteration <= 40; iteration += 10) {
      checkpoints.keep(open, RUN, "s", checkpoint(iteration));
    }
    Checkpoint found = checkpoints.newest(open, RUN, "s").orElseThrow();
    assertThat(found.iteration()).isEqualTo(40);
    assertThat(found.bytes()).isEqualTo(checkpoint(40).bytes());
    assertThat(checkpoints.newest(open, RUN, "another")).isEmpty();
    assertThat(checkpoints.newest(open, RunKey.ticket(1), "s")).isEmpty();
    assertThat(checkpoints(open)).as("generations").isEqualTo(2);
  }

  @Test
  void a_flipped_bit_in_a_checkpoint_is_noticed_and_the_one_before_used() {
    LeasedTrial open = open(submit());
    checkpoints.keep(open, RUN, "s", checkpoint(10));
    checkpoints.keep(open, RUN, "s", checkpoint(20));
    flip(open, 20);
    assertThat(checkpoints.newest(open, RUN, "s").map(Checkpoint::iteration)).hasValue(10);
    flip(open, 10);
    assertThat(checkpoints.newest(open, RUN, "s")).isEmpty();
  }

  @Test
  void checkpoints_go_when_the_run_is_committed() {
    long experiment = submit();
    LeasedTrial open = open(experiment);
    checkpoints.keep(open, RUN, "s", checkpoint(10));
    given().runs(experiment, 1, 1, run -> 0.5);
    assertThat(checkpoints(open)).isZero();
  }

  @Test
  void a_zombie_stores_no_checkpoint_and_counts_nothing() {
    long experiment = submit();
    LeasedTrial zombie = open(experiment);
    LeasedTrial heir = open(experiment);
    assertThatThrownBy(() -> checkpoints.keep(zombie, RUN, "s", checkpoint(10)))
        .isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> attempts.died(zombie)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> attempts.end(zombie)).isInstanceOf(LeaseLost.class);
    assertThat(checkpoints.newest(heir, RUN, "s")).isEqualTo(Optional.empty());
    assertThat(attempts.died(heir)).isEqualTo(1);
  }

  private LeasedTrial open(long experiment) {
    return trials.open(given().claim(experiment, 1)).orElseThrow();
  }

  /** Two and a half chunks of bytes. */
  private static Checkpoint checkpoint(int iteration) {
    byte[] bytes = new byte[5 << 19];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * iteration);
    }
    return new Checkpoint(iteration, bytes);
  }

  private void flip(LeasedTrial open, int iteration) {
    jdbc.sql(
            """
            update checkpoint_chunk set bytes = set_byte(bytes, 5000, get_byte(bytes, 5000) # 1)
            where sequence = 2 and checkpoint_id =
              (select id from checkpoint where trial_id = ? and iteration = ?)
            """)
        .param(open.id())
        .param(iteration)
        .update();
  }

  private long checkpoints(LeasedTrial open) {
    return jdbc.sql("select count(*) from checkpoint where trial_id = ?")
        .param(open.id())
        .query(Long.class)
        .single();
  }
}
