package dev.winnow.results;

import dev.winnow.database.Row;
import dev.winnow.experiment.TrialLookup;
import dev.winnow.lottery.RunKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evaluations of runs, for those who look. */
@Service
@Transactional(readOnly = true)
public class LearningCurveQueries {
  private final JdbcClient jdbc;
  private final TrialLookup trials;

  LearningCurveQueries(JdbcClient jdbc, TrialLookup trials) {
    this.jdbc = jdbc;
    this.trials = trials;
  }

  /** One evaluation: losses in nats (null if not finite), accuracies from 0 to 1. */
  public record CurvePoint(
      int iteration,
      @Nullable Double validationLoss,
      @Nullable Double validationAccuracy,
      @Nullable Double testLoss,
      @Nullable Double testAccuracy) {}

  /** The evaluations of a run, if it is done. */
  public Optional<List<CurvePoint>> find(long experiment, int trial, RunKey key) {
    return trials.find(experiment, trial).flatMap(place -> find(place.id(), key));
  }

  private Optional<List<CurvePoint>> find(long trial, RunKey key) {
    return jdbc.sql(
            """
            select c.* from learning_curve c join run on run.id = c.run_id
            where run.trial_id = :trial
              and run.round = :round and run.arm = :arm and run.replicate = :replicate
            """)
        .param("trial", trial)
        .param("round", key.round())
        .param("arm", key.arm())
        .param("replicate", key.replicate())
        .query((columns, i) -> points(new Row(columns)))
        .optional();
  }

  private static List<CurvePoint> points(Row row) throws SQLException {
    List<Integer> iterations = row.integers("iteration");
    @Nullable Double[] validationLoss = row.decimals("validation_loss");
    @Nullable Double[] validationAccuracy = row.decimals("validation_accuracy");
    @Nullable Double[] testLoss = row.decimals("test_loss");
    @Nullable Double[] testAccuracy = row.decimals("test_accuracy");
    return IntStream.range(0, iterations.size())
        .mapToObj(
            i ->
                new CurvePoint(
                    iterations.get(i),
                    validationLoss[i],
                    validationAccuracy[i],
                    testLoss[i],
                    testAccuracy[i]))
        .toList();
  }
}
