package dev.winnow.training;

import java.util.List;
import java.util.Optional;

/** What was measured during one training, evaluation after evaluation. */
public record LearningCurve(List<Point> points) {
  /**
   * One evaluation.
   *
   * @param iteration iterations done, from 0
   * @param validation over all validation examples
   * @param test over all test examples, when they were evaluated
   */
  public record Point(int iteration, Score validation, Optional<Score> test) {}

  /**
   * Mean cross-entropy in nats and share of right answers from 0 to 1. The loss may be infinite or
   * not a number in a training that diverged.
   */
  public record Score(double loss, double accuracy) {}

  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * The evaluation at the early-stop iteration: the lowest validation loss, the first of equals
   * (1803.03635, section 2). Empty if nothing was evaluated.
   */
  public Optional<Point> earlyStop() {
    return points.stream()
        .reduce((best, next) -> next.validation().loss() < best.validation().loss() ? next : best);
  }
}
