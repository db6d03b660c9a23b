package dev.winnow.results;

import dev.winnow.database.Row;
import dev.winnow.experiment.RunState;
import dev.winnow.experiment.TrialLookup;
import dev.winnow.experiment.TrialLookup.TrialPlace;
import dev.winnow.lottery.RunKey;
import dev.winnow.results.RunRecord.Divergence;
import dev.winnow.results.RunRecord.Measurement;
import dev.winnow.results.RunRecord.Provenance;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What runs came to, for those who look. */
@Service
@Transactional(readOnly = true)
public class RunQueries {
  private static final int FETCHED_AT_ONCE = 500;
  private static final int NEWEST_SPEEDS = 2_000;

  private final JdbcClient jdbc;
  private final TrialLookup trials;

  RunQueries(JdbcClient jdbc, TrialLookup trials) {
    this.jdbc = jdbc;
    this.trials = trials;
  }

  /**
   * What a curve draws of a run.
   *
   * @param testAccuracyAtEarlyStop from 0 to 1
   * @param testAccuracyAtEnd from 0 to 1
   */
  public record Point(
      int trial,
      RunKey key,
      double density,
      double testAccuracyAtEarlyStop,
      double testAccuracyAtEnd,
      int earlyStopIteration) {}

  /**
   * The completed runs of an experiment in the order of arm, round, trial and replicate. Diverged
   * runs are left out.
   */
  public List<Point> completed(long experiment) {
    List<TrialPlace> places = trials.all(experiment);
    return jdbc.sql(
            """
            select array_position(:trials, trial_id) as place, round, arm, replicate, density,
              early_stop_test_accuracy, end_test_accuracy, early_stop_iteration
            from run where trial_id = any(:trials) and state = 'COMPLETED'
            order by arm, round, place, replicate
            """)
        .param("trials", places.stream().map(TrialPlace::id).toArray(Long[]::new))
        .withFetchSize(FETCHED_AT_ONCE)
        .query((columns, i) -> point(new Row(columns), places))
        .list();
  }

  /** The runs of a round that are done, the ticket first, then in the order of their ends. */
  public List<RunRecord> round(long experiment, int trial, int round) {
    return trials.find(experiment, trial).map(place -> round(place.id(), round)).orElse(List.of());
  }

  private List<RunRecord> round(long trial, int round) {
    return jdbc.sql("select * from run where trial_id = ? and round = ? order by id")
        .params(trial, round)
        .query((columns, i) -> run(new Row(columns)))
        .list();
  }

  /** A run, if it is done. */
  public Optional<RunRecord> find(long experiment, int trial, RunKey key) {
    return trials.find(experiment, trial).flatMap(place -> find(place.id(), key));
  }

  private Optional<RunRecord> find(long trial, RunKey key) {
    return jdbc.sql(
            """
            select * from run
            where trial_id = :trial and round = :round and arm = :arm and replicate = :replicate
            """)
        .param("trial", trial)
        .param("round", key.round())
        .param("arm", key.arm())
        .param("replicate", key.replicate())
        .query((columns, i) -> run(new Row(columns)))
        .optional();
  }

  /**
   * How fast a training was.
   *
   * @param density kept ÷ prunable weights, above 0
   * @param secondsPerIteration with its share of the evaluations
   */
  public record Speed(double density, double secondsPerIteration) {}

  /** How fast the newest completed runs of these trials were, at most 2,000. */
  public List<Speed> speeds(List<Long> trials) {
    return jdbc.sql(
            """
            select density, seconds / end_iteration as seconds_per_iteration from run
            where trial_id = any(:trials) and state = 'COMPLETED'
            order by id desc limit :newest
            """)
        .param("trials", trials.toArray(Long[]::new))
        .param("newest", NEWEST_SPEEDS)
        .query(Speed.class)
        .list();
  }

  private static Point point(Row row, List<TrialPlace> places) throws SQLException {
    return new Point(
        places.get(row.integer("place") - 1).number(),
        key(row),
        row.decimal("density"),
        row.decimal("early_stop_test_accuracy"),
        row.decimal("end_test_accuracy"),
        row.integer("early_stop_iteration"));
  }

  private static RunRecord run(Row row) throws SQLException {
    return new RunRecord(
        key(row),
        RunState.valueOf(row.text("state")),
        row.integers("kept"),
        row.decimal("density"),
        measurement(row, "early_stop"),
        measurement(row, "end"),
        divergence(row),
        row.decimal("seconds"),
        row.instant("finished_at"),
        row.text("mask_sha256"),
        row.maybeText("weights_sha256"),
        new Provenance(
            row.text("signature"),
            row.text("path"),
            row.text("jvm"),
            row.text("commit_id"),
            row.text("data_checksum")));
  }

  private static RunKey key(Row row) throws SQLException {
    return new RunKey(row.integer("round"), row.text("arm"), row.integer("replicate"));
  }

  private static @Nullable Measurement measurement(Row row, String when) throws SQLException {
    Integer iteration = row.maybeInteger(when + "_iteration");
    return iteration == null
        ? null
        : new Measurement(
            iteration,
            row.maybeDecimal(when + "_validation_loss"),
            row.maybeDecimal(when + "_validation_accuracy"),
            row.maybeDecimal(when + "_test_loss"),
            row.maybeDecimal(when + "_test_accuracy"));
  }

  private static @Nullable Divergence divergence(Row row) throws SQLException {
    Integer iteration = row.maybeInteger("diverged_at");
    String reason = row.maybeText("divergence");
    return iteration == null ? null : new Divergence(iteration, reason == null ? "" : reason);
  }
}
