package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.PlayedExperiment;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What experiments record of their moves. */
class EventStreamIT extends PlayedExperiment {
  @Autowired private TrialStore trials;
  @Autowired private Steering steering;
  @Autowired private ExperimentGrowth growth;
  @Autowired private ExperimentRepository experiments;
  @Autowired private EntityManager entities;
  @Autowired private TransactionOperations transactions;
  @Autowired private JdbcClient jdbc;

  @Test
  void every_move_is_told_once_and_in_its_order() {
    long id = submit();
    given().runs(id, 1, 2, run -> run.round() == 0 ? 0.5 : 0.6);
    steering.pause(id);
    steering.resume(id);
    growth.grow(id, "{\"trials\": 3}");
    steering.cancel(id);
    steering.retry(id, false);
    trials.fail(trials.open(given().claim(id, 2)).orElseThrow(), "no");
    assertThat(events(id))
        .containsExactly(
            "1 experiment QUEUED",
            "2 trial 1 RUNNING",
            "3 experiment RUNNING",
            "4 run 1 0 ticket 1 COMPLETED",
            "5 run 1 1 ticket 1 COMPLETED",
            "6 trial 1 PAUSED",
            "7 trial 2 PAUSED",
            "8 experiment PAUSED",
            "9 trial 1 QUEUED",
            "10 trial 2 QUEUED",
            "11 experiment QUEUED",
            "12 experiment QUEUED",
            "13 trial 3 QUEUED",
            "14 trial 1 CANCELLED",
            "15 trial 2 CANCELLED",
            "16 trial 3 CANCELLED",
            "17 experiment CANCELLED",
            "18 trial 1 QUEUED",
            "19 trial 2 QUEUED",
            "20 trial 3 QUEUED",
            "21 experiment QUEUED",
            "22 trial 2 RUNNING",
            "23 experiment RUNNING",
            "24 trial 2 FAILED",
            "25 experiment QUEUED");
  }

  @Test
  void a_trial_released_from_its_signature_is_told_of_and_its_experiment_is_not() {
    long id = submit();
    LeasedTrial open = trials.open(given().claim(id, 1)).orElseThrow();
    trials.sign(open, "one");
    trials.sign(open, "another");
    steering.retry(id, true);
    assertThat(events(id).subList(3, 4)).containsExactly("4 trial 1 RUNNING");
    assertThat(events(id)).hasSize(4);
  }

  @Test
  void what_is_asked_for_again_is_not_told_again() {
    long id = submit();
    steering.pause(id);
    List<String> once = events(id);
    steering.pause(id);
    assertThat(events(id)).isEqualTo(once);
  }

  @Test
  void a_move_that_is_rolled_back_leaves_no_event_and_no_gap() {
    long id = submit();
    transactions.executeWithoutResult(
        status -> {
          experiments.lock(id).orElseThrow().pause(Instant.EPOCH);
          experiments.flush();
          status.setRollbackOnly();
        });
    assertThat(events(id)).containsExactly("1 experiment QUEUED");
    steering.cancel(id);
    assertThat(events(id)).hasSize(4).element(1).isEqualTo("2 trial 1 CANCELLED");
  }

  @Test
  void events_are_recorded_without_loading_those_before() {
    long id = submit();
    transactions.executeWithoutResult(
        status -> {
          Experiment experiment = experiments.lock(id).orElseThrow();
          experiment.pause(Instant.EPOCH);
          experiments.flush();
          experiment.resume(Instant.EPOCH);
          experiments.flush();
          assertThat(
                  entities
                      .getEntityManagerFactory()
                      .getPersistenceUnitUtil()
                      .isLoaded(experiment, "events"))
              .isFalse();
        });
    assertThat(events(id)).hasSize(7);
  }

  /** In the order of their numbers, which have no gap and end with the experiment's last. */
  private List<String> events(long id) {
    List<String> events =
        jdbc.sql(
                """
                select concat_ws(' ', number, type, trial, round, arm, replicate, state)
                from event where experiment_id = ? order by number
                """)
            .param(id)
            .query(String.class)
            .list();
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i)).startsWith((i + 1) + " ");
    }
    assertThat(events).hasSize(number("select last_event from experiment where id = ?", id));
    return events;
  }

  private int number(String sql, long id) {
    return jdbc.sql(sql).param(id).query(Integer.class).single();
  }
}
