package dev.winnow.engine.loop;

import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import java.util.ArrayList;
import java.util.List;

/** The curve of a training that goes on. */
final class GrowingCurve {
  private final List<Point> points = new ArrayList<>();

  /** What is measured again at an iteration takes the place of what was measured there before. */
  void add(Point point) {
    if (!points.isEmpty() && points.get(points.size() - 1).iteration() == point.iteration()) {
      points.remove(points.size() - 1);
    }
    points.add(point);
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  LearningCurve soFar() {
    return new LearningCurve(points);
  }
}
