package dev.winnow.experiment;

import dev.winnow.lottery.RunKey;
import dev.winnow.training.LearningCurve;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The training that each trial is in, for those who watch. */
@Component
class Progress {
  private final JdbcClient jdbc;
  private final Clock clock;

  Progress(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void begin(long trial, RunKey run, int iterations) {
    jdbc.sql(
            """
            insert into progress
              (trial_id, round, arm, replicate, iteration, iterations, began_at, updated_at)
            values (:trial, :round, :arm, :replicate, 0, :iterations, :now, :now)
            on conflict (trial_id) do update set
              round = excluded.round, arm = excluded.arm, replicate = excluded.replicate,
              iteration = 0, iterations = excluded.iterations,
              validation_loss = null, validation_accuracy = null,
              began_at = excluded.began_at, updated_at = excluded.updated_at
            """)
        .param("trial", trial)
        .param("round", run.round())
        .param("arm", run.arm())
        .param("replicate", run.replicate())
        .param("iterations", iterations)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void reach(long trial, LearningCurve.Point point) {
    jdbc.sql(
            """
            update progress set iteration = :iteration, validation_loss = :loss,
              validation_accuracy = :accuracy, updated_at = :now
            where trial_id = :trial
            """)
        .param("trial", trial)
        .param("iteration", point.iteration())
        .param("loss", point.validation().loss())
        .param("accuracy", point.validation().accuracy())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void clear(long trial) {
    jdbc.sql("delete from progress where trial_id = :trial").param("trial", trial).update();
  }
}
