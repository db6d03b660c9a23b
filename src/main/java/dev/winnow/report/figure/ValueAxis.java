package dev.winnow.report.figure;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Values on a linear axis that rises.
 *
 * @param bottom the y of {@code low}
 * @param top the y of {@code high}; less than {@code bottom}, as pictures count from above
 * @param step between ticks: 1, 2 or 5 times a power of ten; the ends are multiples of it
 */
record ValueAxis(double bottom, double top, double low, double high, double step) {
  private static final double TICKS = 6;

  /** An axis with round ends that holds all from {@code least} to {@code most}. */
  static ValueAxis around(double bottom, double top, double least, double most) {
    double span = most > least ? most - least : Math.max(Math.abs(most), 1) / 10;
    double step = round(span / TICKS);
    double low = Math.floor(least / step) * step;
    double high = Math.ceil(most / step) * step;
    return new ValueAxis(bottom, top, low, high > low ? high : low + step, step);
  }

  private static double round(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    double first = step / power;
    return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
  }

  double y(double value) {
    return bottom + (top - bottom) * (value - low) / (high - low);
  }

  double[] ticks() {
    long count = Math.round((high - low) / step);
    return DoubleStream.iterate(0, i -> i + 1).limit(count + 1).map(i -> low + i * step).toArray();
  }

  /** With as many decimals as the step needs. */
  String label(double value) {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
