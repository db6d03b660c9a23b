package dev.winnow.dataset;

import java.util.Arrays;

/** A square grid of pixels that knows how far each pixel's centre is from the nearest stroke. */
final class Canvas {
  private final int side;
  private final double reach;
  private final double[] squaredDistance;

  /**
   * @param side in pixels
   * @param reach the distance in pixels beyond which nothing is drawn
   */
  Canvas(int side, double reach) {
    this.side = side;
    this.reach = reach;
    squaredDistance = new double[side * side];
    Arrays.fill(squaredDistance, reach * reach);
  }

  /**
   * @param points x, y, x, y, … in pixels, joined by straight lines
   */
  void draw(double[] points) {
    for (int i = 0; i + 3 < points.length; i += 2) {
      segment(points[i], points[i + 1], points[i + 2], points[i + 3]);
    }
  }

  private void segment(double x0, double y0, double x1, double y1) {
    int left = first(Math.min(x0, x1));
    int right = last(Math.max(x0, x1));
    int bottom = last(Math.max(y0, y1));
    double dx = x1 - x0;
    double dy = y1 - y0;
    double inverse = 1 / Math.max(dx * dx + dy * dy, 1e-12);
    for (int y = first(Math.min(y0, y1)); y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - x0;
        double py = y + 0.5 - y0;
        double along = Math.max(0, Math.min(1, (px * dx + py * dy) * inverse));
        double ex = px - along * dx;
        double ey = py - along * dy;
        int pixel = y * side + x;
        squaredDistance[pixel] = Math.min(squaredDistance[pixel], ex * ex + ey * ey);
      }
    }
  }

  private int first(double coordinate) {
    return Math.max(0, (int) (coordinate - reach));
  }

  private int last(double coordinate) {
    return Math.min(side - 1, (int) (coordinate + reach));
  }

  /**
   * How much of a pixel a round pen covers, from 0 to 1.
   *
   * @param radius of the pen in pixels
   * @param edge the width in pixels over which the pen's edge fades
   */
  double coverage(int pixel, double radius, double edge) {
    double distance = Math.sqrt(squaredDistance[pixel]);
    return Math.max(0, Math.min(1, (radius - distance) / edge + 0.5));
  }
}
