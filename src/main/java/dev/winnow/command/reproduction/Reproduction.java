package dev.winnow.command.reproduction;

import java.util.List;

/**
 * What an experiment after a preset must show; the paper is 1803.03635v5, sections 1 and 2 with
 * figures 3 and 4. Accuracies are at early stop, means over trials.
 *
 * @param preset whose protocol the bands are for
 * @param quick whether it is so short that the check runs it by itself
 */
record Reproduction(String preset, boolean quick, List<AcceptanceInterval> bands) {
  private static final String PERCENT = " %";
  private static final String POINTS = " points";
  private static final String MASK = "random-mask";
  private static final String REINIT = "random-reinit";

  /** The paper's experiment. Early stops are compared as ratios: iterations differ by a third. */
  static final Reproduction PAPER =
      new Reproduction(
          "lenet-mnist-paper",
          false,
          List.of(
              new AcceptanceInterval(
                  "test accuracy of the dense network",
                  "The paper: 98.0 ± 0.2 %.",
                  Limits.between(97.8, 98.4, PERCENT),
                  Measure.accuracy(RoundReference.DENSE)),
              new AcceptanceInterval(
                  "early stop of the ticket at 21.1 % ÷ that of the dense network",
                  "The paper: 38 % earlier, 0.62.",
                  Limits.atMost(0.80, ""),
                  Measure.earlyStopRatio(RoundReference.ticket(7), RoundReference.DENSE)),
              new AcceptanceInterval(
                  "ticket above random re-initialisation at 21.1 %",
                  "The paper: 0.5 points.",
                  Limits.atLeast(0.3, POINTS),
                  Measure.above(RoundReference.ticket(7), new RoundReference(7, REINIT))),
              new AcceptanceInterval(
                  "ticket above the dense network at 13.5 %",
                  "The paper: more than 0.3 points.",
                  Limits.atLeast(0.1, POINTS),
                  Measure.above(RoundReference.ticket(9), RoundReference.DENSE)),
              new AcceptanceInterval(
                  "ticket against the dense network at 3.6 %",
                  "The paper: back to the dense network's accuracy.",
                  Limits.between(-0.25, 0.25, POINTS),
                  Measure.above(RoundReference.ticket(15), RoundReference.DENSE)),
              new AcceptanceInterval(
                  "test accuracy of the ticket at 1.2 %",
                  "The paper's figure: 96.6 %; a replication: 97.2 %.",
                  Limits.between(96.3, 97.5, PERCENT),
                  Measure.accuracy(RoundReference.ticket(20))),
              new AcceptanceInterval(
                  "ticket above the random mask at 1.2 %",
                  "The paper's figure: more than 4 points, the mask below 92 %.",
                  Limits.atLeast(4, POINTS),
                  Measure.above(RoundReference.ticket(20), new RoundReference(20, MASK)))));

  /** Pruned in one shot (section 2 and figure 4, bottom row). */
  static final Reproduction ONE_SHOT =
      new Reproduction(
          "lenet-mnist-one-shot",
          false,
          List.of(
              new AcceptanceInterval(
                  "test accuracy of the dense network",
                  "The paper: 98.0 ± 0.2 %.",
                  Limits.between(97.8, 98.4, PERCENT),
                  Measure.accuracy(RoundReference.DENSE)),
              new AcceptanceInterval(
                  "early stop of the ticket ÷ that of the dense network, mean from 64.1 to 21.1 %",
                  "The paper: earlier than the dense network from 67.5 to 17.6 %.",
                  Limits.atMost(1, ""),
                  Measure.overRounds(
                      2,
                      7,
                      round ->
                          Measure.earlyStopRatio(
                              RoundReference.ticket(round), RoundReference.DENSE))),
              new AcceptanceInterval(
                  "ticket above the dense network, mean from 80.0 to 5.6 %",
                  "The paper: more accurate than the dense network from 95.0 to 5.17 %.",
                  Limits.atLeast(0, POINTS),
                  Measure.overRounds(
                      1,
                      13,
                      round ->
                          Measure.above(RoundReference.ticket(round), RoundReference.DENSE)))));

  /** The same claims in the small, on data that every installation has. */
  static final Reproduction SMOKE =
      new Reproduction(
          "lenet-glyphs-smoke",
          true,
          List.of(
              new AcceptanceInterval(
                  "ticket above the random mask at about 3 %",
                  "The paper, on MNIST: about 2.5 points at 2.9 %, read off a figure.",
                  Limits.atLeast(1, POINTS),
                  Measure.above(RoundReference.ticket(7), new RoundReference(7, MASK))),
              new AcceptanceInterval(
                  "ticket against the dense network at about 20 %",
                  "The paper, on MNIST: above the dense network.",
                  Limits.atLeast(-0.5, POINTS),
                  Measure.above(RoundReference.ticket(3), RoundReference.DENSE))));

  Reproduction {
    bands = List.copyOf(bands);
  }

  List<CheckResult> check(List<? extends RoundResults> trials) {
    return bands.stream().map(interval -> interval.check(trials)).toList();
  }
}
