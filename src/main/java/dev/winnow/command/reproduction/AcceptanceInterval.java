package dev.winnow.command.reproduction;

import java.util.List;
import java.util.Optional;

/**
 * What a reproduction must show.
 *
 * @param name what is measured, in words
 * @param source what others have found
 * @param limits of the mean over trials
 * @param measure of one trial
 */
record AcceptanceInterval(String name, String source, Limits limits, Measure measure) {
  CheckResult check(List<? extends RoundResults> trials) {
    List<Double> values = trials.stream().map(measure::of).flatMap(Optional::stream).toList();
    return new CheckResult(this, new TrialSample(values), trials.size());
  }
}
