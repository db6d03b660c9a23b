package dev.winnow.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What follows from the measurements; what was not measured is left out. */
final class MeasuredRatios {
  /** Iterations from one evaluation to the next. */
  private static final int EVERY = 100;

  private static final int TEST = 10_000;

  /**
   * Evaluations with a new lowest validation loss, after which the test set is evaluated too: 602
   * of 10,500 in a trial of LeNet on MNIST with 20 rounds of 50,000 iterations each.
   */
  private static final double IMPROVED = 0.057;

  private static final List<String> AUTO =
      IntStream.rangeClosed(0, PaperRounds.LAST).mapToObj(round -> "auto/" + round).toList();

  private final Results results;
  private final PaperRounds paper;
  private final Clock clock;
  private final List<MeasuredRatio> ratios = new ArrayList<>();

  private MeasuredRatios(Results results, PaperRounds paper, Clock clock) {
    this.results = results;
    this.paper = paper;
    this.clock = clock;
  }

  static List<MeasuredRatio> of(Results results, PaperRounds paper, Clock clock) {
    MeasuredRatios ratios = new MeasuredRatios(results, paper, clock);
    ratios.peak();
    ratios.torch();
    ratios.conv2();
    ratios.evaluation(0, "dense");
    ratios.evaluation(PaperRounds.SPARSE, percent(paper.density(PaperRounds.SPARSE)));
    ratios.pair("dense/0", "dense", 1.6);
    ratios.pair("auto/" + PaperRounds.SPARSE, percent(paper.density(PaperRounds.SPARSE)), 1.8);
    return List.copyOf(ratios.ratios);
  }

  private void peak() {
    String peak = "sgemm/" + Products.PEAK_NAME;
    add(
        List.of("dense/0", peak),
        () ->
            MeasuredRatio.share(
                "dense iteration's FLOP rate in the sgemm peak",
                rate("dense/0") * paper.iteration(0) / (rate(peak) * Products.PEAK.operations())));
    add(
        List.of("dense/0", "stock/0"),
        () ->
            MeasuredRatio.ratio(
                "dense iteration, stock DL4J = 1", rate("dense/0") / rate("stock/0")));
  }

  private void torch() {
    add(List.of("dense/0", "pytorch"), () -> inPyTorch("dense iteration", "dense/0").atLeast(1.3));
    add(
        List.of("auto/15", "pytorch"),
        () -> inPyTorch(percent(paper.density(15)) + " iteration", "auto/15").atLeast(10));
    add(
        List.of("auto/20", "pytorch"),
        () -> inPyTorch(percent(paper.density(20)) + " iteration", "auto/20").atLeast(20));
    List<String> rounds = new ArrayList<>(AUTO);
    rounds.add("pytorch");
    add(
        rounds,
        () -> {
          double ours = AUTO.stream().mapToDouble(name -> 1 / rate(name)).sum();
          double theirs = AUTO.size() / rate("pytorch");
          return MeasuredRatio.ratio("time of rounds 0 to 20, PyTorch = 1", ours / theirs)
              .atMost(0.25);
        });
  }

  private void conv2() {
    add(
        List.of("conv2", "pytorch-conv2"),
        () ->
            MeasuredRatio.ratio(
                    "Conv-2 iteration, PyTorch = 1", rate("conv2") / rate("pytorch-conv2"))
                .atLeast(0.85));
    add(
        List.of("stock-conv2", "pytorch-conv2"),
        () ->
            MeasuredRatio.ratio(
                "stock DL4J's Conv-2 iteration, PyTorch = 1",
                rate("stock-conv2") / rate("pytorch-conv2")));
  }

  private MeasuredRatio inPyTorch(String what, String name) {
    return MeasuredRatio.ratio(what + ", PyTorch = 1", rate(name) / rate("pytorch"));
  }

  private void evaluation(int round, String what) {
    String iteration = "auto/" + round;
    String evaluation = "evaluation/" + round;
    List<String> both = List.of(iteration, evaluation);
    add(
        both,
        () ->
            MeasuredRatio.ratio(
                    what + ": an evaluated image's FLOP rate, training = 1",
                    images(evaluation)
                        * paper.image(round)
                        / (rate(iteration) * paper.iteration(round)))
                .atLeast(0.85));
    add(
        both,
        () ->
            MeasuredRatio.share(
                    "%s: best-and-last every %d it, share of training time".formatted(what, EVERY),
                    cost(ContenderFactory.VALIDATION + IMPROVED * TEST, iteration, evaluation))
                .atMost(0.35));
    add(
        both,
        () ->
            MeasuredRatio.share(
                    "%s: validation and test every %d it".formatted(what, EVERY),
                    cost(ContenderFactory.VALIDATION + TEST, iteration, evaluation))
                .atMost(1));
  }

  /** Seconds for so many images ÷ seconds for the iterations between two evaluations. */
  private double cost(double images, String iteration, String evaluation) {
    return images / images(evaluation) * rate(iteration) / EVERY;
  }

  private double images(String evaluation) {
    return rate(evaluation) * ContenderFactory.VALIDATION;
  }

  private void pair(String name, String what, double bound) {
    String alone = "alone/" + name;
    String pair = "pair/" + name;
    add(
        List.of(alone, pair),
        () ->
            MeasuredRatio.ratio(what + ": two side by side, one = 1", rate(pair) / rate(alone))
                .atLeast(bound));
  }

  private void add(List<String> needed, Supplier<MeasuredRatio> ratio) {
    if (results.have(needed)) {
      ratios.add(ratio.get());
    }
  }

  private double rate(String name) {
    return results.rate(name, clock);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
