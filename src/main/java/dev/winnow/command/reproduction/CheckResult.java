package dev.winnow.command.reproduction;

import java.util.Locale;

/**
 * An acceptance interval and what was measured.
 *
 * @param trials that the experiment has; some may lack a run that the interval needs
 */
record CheckResult(AcceptanceInterval interval, TrialSample sample, int trials) {
  /** Whether every trial has it and the mean over trials lies within the limits. */
  boolean inside() {
    return sample.size() == trials && interval.limits().contain(sample.mean());
  }

  /** Three lines: the verdict, the measured value beside the limits, and the source. */
  @Override
  public String toString() {
    return "%s  %s%n         %s; must be %s%n         %s%n"
        .formatted(
            inside() ? "inside " : "OUTSIDE",
            interval.name(),
            measured(),
            interval.limits(),
            interval.source());
  }

  private String measured() {
    String unit = interval.limits().unit();
    String trialsMeasured = "%d of %d trials".formatted(sample.size(), trials);
    if (sample.size() == 0) {
      return "not measured: no trial has the runs that this needs";
    }
    return sample
        .interval()
        .map(
            interval ->
                "%s%s (95 %% interval %s to %s, %s)"
                    .formatted(
                        number(sample.mean()),
                        unit,
                        number(interval.low()),
                        number(interval.high()),
                        trialsMeasured))
        .orElseGet(() -> "%s%s (%s)".formatted(number(sample.mean()), unit, trialsMeasured));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
