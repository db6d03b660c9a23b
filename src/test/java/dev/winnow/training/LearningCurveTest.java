package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
  @Test
  void early_stop_is_at_the_lowest_validation_loss() {
    assertThat(curve(0.5, 0.2, 0.3).earlyStop()).map(Point::iteration).hasValue(200);
  }

  @Test
  void the_first_of_equal_losses_counts() {
    assertThat(curve(0.5, 0.2, 0.2).earlyStop()).map(Point::iteration).hasValue(200);
  }

  @Test
  void the_test_set_selects_nothing() {
    LearningCurve curve =
        new LearningCurve(
            List.of(
                new Point(100, new Score(0.1, 0.9), Optional.of(new Score(0.9, 0.5))),
                new Point(200, new Score(0.2, 0.8), Optional.of(new Score(0.1, 0.99)))));
    assertThat(curve.earlyStop()).map(Point::iteration).hasValue(100);
  }

  @Test
  void nothing_evaluated_is_no_early_stop() {
    assertThat(curve().earlyStop()).isEmpty();
  }

  private static LearningCurve curve(double... losses) {
    return new LearningCurve(
        IntStream.range(0, losses.length)
            .mapToObj(i -> new Point(100 * (i + 1), new Score(losses[i], 0.5), Optional.empty()))
            .toList());
  }
}
