package dev.winnow.command.reproduction;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A quantity that each trial has by itself, so that comparisons are paired by seed. */
@FunctionalInterface
interface Measure {
  /** Empty if the trial lacks a run that it needs. */
  Optional<Double> of(RoundResults trial);

  /** Test accuracy at early stop, in %. */
  static Measure accuracy(RoundReference place) {
    return trial -> trial.at(place).map(RoundResults.Result::accuracy);
  }

  /** By how many points the test accuracy of one is above that of another. */
  static Measure above(RoundReference one, RoundReference other) {
    Measure first = accuracy(one);
    Measure second = accuracy(other);
    return trial -> both(first.of(trial), second.of(trial), (a, b) -> a - b);
  }

  /** The early-stop iteration of one divided by that of another. */
  static Measure earlyStopRatio(RoundReference one, RoundReference other) {
    return trial ->
        both(
            trial.at(one).map(RoundResults.Result::earlyStop),
            trial.at(other).map(RoundResults.Result::earlyStop),
            (a, b) -> a / b);
  }

  /** The mean over rounds, both ends included. */
  static Measure overRounds(int first, int last, IntFunction<Measure> each) {
    return trial -> {
      List<Double> values =
          IntStream.rangeClosed(first, last)
              .mapToObj(round -> each.apply(round).of(trial))
              .flatMap(Optional::stream)
              .toList();
      return values.size() == last - first + 1
          ? Optional.of(new TrialSample(values).mean())
          : Optional.empty();
    };
  }

  private static Optional<Double> both(
      Optional<Double> first, Optional<Double> second, BinaryOperator<Double> combined) {
    return first.flatMap(a -> second.map(b -> combined.apply(a, b)));
  }
}
