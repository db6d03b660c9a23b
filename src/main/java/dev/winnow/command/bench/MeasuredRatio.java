package dev.winnow.command.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * A number drawn from several measurements.
 *
 * @param percent whether it is a share; otherwise it is a ratio
 */
record MeasuredRatio(String what, double value, boolean percent, Optional<Target> target) {
  /**
   * What the number is meant to be.
   *
   * @param least whether the bound is the least allowed; otherwise it is the most
   */
  record Target(boolean least, double bound) {
    boolean reachedBy(double value) {
      return least ? value >= bound : value <= bound;
    }
  }

  static MeasuredRatio ratio(String what, double value) {
    return new MeasuredRatio(what, value, false, Optional.empty());
  }

  static MeasuredRatio share(String what, double value) {
    return new MeasuredRatio(what, value, true, Optional.empty());
  }

  MeasuredRatio atLeast(double bound) {
    return new MeasuredRatio(what, value, percent, Optional.of(new Target(true, bound)));
  }

  MeasuredRatio atMost(double bound) {
    return new MeasuredRatio(what, value, percent, Optional.of(new Target(false, bound)));
  }

  String shown() {
    return shown(value);
  }

  String targetShown() {
    return target.map(t -> (t.least() ? "at least " : "at most ") + shown(t.bound())).orElse("");
  }

  String outcome() {
    return target.map(t -> t.reachedBy(value) ? "reached" : "not reached").orElse("");
  }

  private String shown(double number) {
    return percent
        ? String.format(Locale.ROOT, "%.0f %%", 100 * number)
        : String.format(Locale.ROOT, "%.2f", number);
  }
}
