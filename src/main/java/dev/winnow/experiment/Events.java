package dev.winnow.experiment;

import dev.winnow.lottery.RunKey;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what was committed into the experiment's numbered stream. Callers hold the lock of the
 * experiment's row, so that numbers become visible in their order.
 */
@Component
class Events {
  private final JdbcClient jdbc;
  private final EntityManager entities;
  private final Clock clock;

  Events(JdbcClient jdbc, EntityManager entities, Clock clock) {
    this.jdbc = jdbc;
    this.entities = entities;
    this.clock = clock;
  }

  void experiment(Experiment experiment) {
    write(experiment, "experiment", null, null, experiment.state().name());
  }

  void trial(Trial trial) {
    write(trial.experiment(), "trial", trial.number(), null, trial.state().name());
  }

  void run(Trial trial, Run run) {
    write(trial.experiment(), "run", trial.number(), run.key(), run.state().name());
  }

  private void write(
      Experiment experiment,
      String type,
      @Nullable Integer trial,
      @Nullable RunKey run,
      String state) {
    entities.flush();
    jdbc.sql(
            """
            insert into event (experiment_id, number, type, trial, round, arm, replicate, state, at)
            values (:experiment, :number, :type, :trial, :round, :arm, :replicate, :state, :at)
            """)
        .param("experiment", experiment.id())
        .param("number", experiment.nextEvent())
        .param("type", type)
        .param("trial", trial)
        .param("round", run == null ? null : run.round())
        .param("arm", run == null ? null : run.arm())
        .param("replicate", run == null ? null : run.replicate())
        .param("state", state)
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }
}
