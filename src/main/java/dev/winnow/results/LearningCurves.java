package dev.winnow.results;

import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learning curves, one row of arrays for each run. */
@Component
class LearningCurves {
  private final JdbcClient jdbc;

  LearningCurves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void write(long run, LearningCurve curve) {
    jdbc.sql(
            """
            insert into learning_curve (run_id, iteration, validation_loss, validation_accuracy,
              test_loss, test_accuracy)
            values (:run, :iteration, :validationLoss, :validationAccuracy,
              :testLoss, :testAccuracy)
            """)
        .param("run", run)
        .param("iteration", curve.points().stream().map(Point::iteration).toArray(Integer[]::new))
        .param("validationLoss", column(curve, point -> point.validation().loss()))
        .param("validationAccuracy", column(curve, point -> point.validation().accuracy()))
        .param("testLoss", column(curve, point -> point.test().map(Score::loss).orElse(null)))
        .param(
            "testAccuracy", column(curve, point -> point.test().map(Score::accuracy).orElse(null)))
        .update();
  }

  /** Copies the curves of all runs that a trial has from another, which are copied before. */
  void copy(long from, long to) {
    jdbc.sql(
            """
            insert into learning_curve (run_id, iteration, validation_loss, validation_accuracy,
              test_loss, test_accuracy)
            select new.id, c.iteration, c.validation_loss, c.validation_accuracy,
              c.test_loss, c.test_accuracy
            from learning_curve c join run old on old.id = c.run_id and old.trial_id = :from
              join run new on new.trial_id = :to and new.round = old.round
                and new.arm = old.arm and new.replicate = old.replicate
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private static Double[] column(LearningCurve curve, Function<Point, @Nullable Double> value) {
    return curve.points().stream().map(value).toArray(Double[]::new);
  }
}
