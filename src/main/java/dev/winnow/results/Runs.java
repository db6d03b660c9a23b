package dev.winnow.results;

import dev.winnow.lottery.RunKey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs as rows, each with its learning curve. Callers are in a transaction. */
@Component
class Runs {
  private final JdbcClient jdbc;
  private final LearningCurves curves;
  private final Clock clock;

  Runs(JdbcClient jdbc, LearningCurves curves, Clock clock) {
    this.jdbc = jdbc;
    this.curves = curves;
    this.clock = clock;
  }

  /**
   * Keeps a run that has just finished.
   *
   * @return when that was
   * @throws org.springframework.dao.DuplicateKeyException if the trial has it already
   */
  Instant keep(long trial, Run run) {
    Instant now = clock.instant();
    long id =
        jdbc.sql(
                "insert into run (trial_id, %s) values (:trial_id, %s) returning id"
                    .formatted(RunColumns.LIST, RunColumns.PARAMETERS))
            .params(RunColumns.of(run, now))
            .param("trial_id", trial)
            .query(Long.class)
            .single();
    curves.write(id, run.outcome().curve());
    return now;
  }

  /** Which runs of a trial are done. */
  Set<RunKey> keys(long trial) {
    return jdbc.sql("select round, arm, replicate from run where trial_id = ?")
        .param(trial)
        .query(
            (columns, i) -> new RunKey(columns.getInt(1), columns.getString(2), columns.getInt(3)))
        .set();
  }

  /** How many runs of a trial up to a round are done, without tickets that diverged. */
  int completed(long trial, int lastRound) {
    return jdbc.sql(
            """
            select count(*) from run where trial_id = ? and round <= ?
              and (arm <> 'ticket' or state = 'COMPLETED')
            """)
        .params(trial, lastRound)
        .query(Integer.class)
        .single();
  }

  /**
   * The mean seconds of runs by experiment.
   *
   * @param experiments by trial
   */
  Map<Long, Double> secondsPerRun(Map<Long, Long> experiments) {
    List<Map.Entry<Long, Long>> pairs = List.copyOf(experiments.entrySet());
    Map<Long, Double> seconds = new HashMap<>();
    jdbc.sql(
            """
            select pair.experiment, avg(run.seconds) as seconds
            from unnest(:trials::bigint[], :experiments::bigint[]) as pair (trial, experiment)
              join run on run.trial_id = pair.trial
            group by pair.experiment
            """)
        .param("trials", pairs.stream().map(Map.Entry::getKey).toArray(Long[]::new))
        .param("experiments", pairs.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .query((RowCallbackHandler) row -> seconds.put(row.getLong(1), row.getDouble(2)));
    return seconds;
  }

  /**
   * Copies runs and their curves to another trial, all columns but the keys as they are.
   *
   * @return the number of runs copied
   */
  int copy(long from, long to, int lastRound) {
    int runs =
        jdbc.sql(
                """
                insert into run (trial_id, %1$s) select :to, %1$s from run
                where trial_id = :from and round <= :last order by id
                """
                    .formatted(RunColumns.LIST))
            .param("from", from)
            .param("to", to)
            .param("last", lastRound)
            .update();
    curves.copy(from, to);
    return runs;
  }
}
