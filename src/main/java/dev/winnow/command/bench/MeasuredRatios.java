package dev.winnow.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    ratios.networks();
    ratios.evaluation(0, "dense");
    ratios.evaluation(PaperRounds.SPARSE, percent(paper.density(PaperRounds.SPARSE)));
    ratios.pair("dense/0", "dense", 1.6);
    ratios.pair("auto/" + PaperRounds.SPARSE, percent(paper.density(PaperRounds.SPARSE)), 1.8);
    return List.copyOf(ratios.ratios);
  }

  private void peak() {
    results
        .peak()
        .ifPresent(
            peak ->
                add(
                    List.of("dense/0"),
                    () ->
                        MeasuredRatio.share(
                            "dense iteration's FLOP rate in the core's peak",
                            results.rate("dense/0", Clock.CPU) * paper.iteration(0) / peak)));
    add(
        List.of("dense/0", "stock/0"),
        () ->
            MeasuredRatio.ratio(
                "dense iteration, stock DL4J = 1", rate("dense/0") / rate("stock/0")));
  }

  private void torch() {
    againstPeer("dense iteration", "dense/0", Peer.LENET, 1.8);
    againstPeer(percent(paper.density(15)) + " iteration", "auto/15", Peer.LENET, 10);
    againstPeer(percent(paper.density(20)) + " iteration", "auto/20", Peer.LENET, 25);
    peer(Peer.LENET)
        .ifPresent(
            peer ->
                add(
                    AUTO,
                    () -> {
                      double ours = AUTO.stream().mapToDouble(name -> 1 / rate(name)).sum();
                      double theirs = AUTO.size() / rate(peer);
                      return MeasuredRatio.ratio(
                              "time of rounds 0 to 20, PyTorch = 1", ours / theirs)
                          .atMost(0.29);
                    }));
  }

  private void networks() {
    for (BenchNetwork network : BenchNetwork.values()) {
      String name = network.architecture();
      againstPeer(name + " iteration", name, name, network.target());
    }
  }

  private void againstPeer(String what, String name, String task, double least) {
    peer(task)
        .ifPresent(
            peer ->
                add(
                    List.of(name),
                    () ->
                        MeasuredRatio.ratio(what + ", PyTorch = 1", rate(name) / rate(peer))
                            .atLeast(least)));
  }

  private Optional<String> peer(String task) {
    return results.fastestPeer(task, clock);
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
                .atLeast(0.9));
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
