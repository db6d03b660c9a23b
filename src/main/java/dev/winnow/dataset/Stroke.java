package dev.winnow.dataset;

import dev.winnow.random.RandomStream;

/**
 * One movement of the pen: points in the unit square, x rightwards and y downwards, joined by
 * straight lines or by a curve through all of them.
 */
final class Stroke {
  private static final int STEPS = 5;

  private final boolean curved;
  private final double[] points;

  private Stroke(boolean curved, double[] points) {
    this.curved = curved;
    this.points = points;
  }

  /**
   * @param points x, y, x, y, …
   */
  static Stroke line(double... points) {
    return new Stroke(false, points);
  }

  /**
   * @param points x, y, x, y, …
   */
  static Stroke curve(double... points) {
    return new Stroke(true, points);
  }

  /** The same movement by an unsteady hand: each coordinate moves by at most {@code reach}. */
  Stroke jittered(RandomStream random, double reach) {
    double[] moved = points.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += reach * (2 * random.nextDouble() - 1);
    }
    return new Stroke(curved, moved);
  }

  /** As x, y, x, y, … of points to be joined by straight lines. */
  double[] polyline() {
    return curved ? smoothed() : points.clone();
  }

  /** Catmull and Rom's cubic through the points, the first and the last counted twice. */
  private double[] smoothed() {
    int spans = points.length / 2 - 1;
    double[] result = new double[2 * (spans * STEPS + 1)];
    for (int i = 0; i < result.length; i++) {
      int step = i / 2;
      int span = Math.min(step / STEPS, spans - 1);
      double t = (step - span * STEPS) / (double) STEPS;
      result[i] = at(span, t, i % 2);
    }
    return result;
  }

  private double at(int span, double t, int axis) {
    double a = coordinate(span - 1, axis);
    double b = coordinate(span, axis);
    double c = coordinate(span + 1, axis);
    double d = coordinate(span + 2, axis);
    return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  private double coordinate(int point, int axis) {
    return points[2 * Math.max(0, Math.min(points.length / 2 - 1, point)) + axis];
  }
}
