package dev.winnow.command.bench;

import dev.winnow.dataset.Normalisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What follows from the measurements; what was not measured is left out. Of LeNet's two
 * normalisations the slower counts.
 */
final class MeasuredRatios {
  /** Iterations from one evaluation to the next. */
  private static final int EVERY = 100;

  private static final int TEST = 10_000;

  /**
   * Evaluations with a new lowest validation loss, after which the test set is evaluated too: 602
   * of 10,500 in a trial of LeNet on MNIST with 20 rounds of 50,000 iterations each.
   */
  private static final double IMPROVED = 0.057;

  private static final List<String> DENSE = names("dense", 0);

  /** Two names for each round. */
  private static final List<List<String>> AUTO =
      IntStream.rangeClosed(0, PaperRounds.LAST).mapToObj(round -> names("auto", round)).toList();

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
    ratios.lenet(0, "dense");
    ratios.lenet(PaperRounds.SPARSE, percent(paper.density(PaperRounds.SPARSE)));
    ratios.pair(LenetContender.usual("dense", 0), "dense", 1.6);
    ratios.pair(
        LenetContender.usual("auto", PaperRounds.SPARSE),
        percent(paper.density(PaperRounds.SPARSE)),
        1.8);
    return List.copyOf(ratios.ratios);
  }

  private void peak() {
    results
        .peak()
        .ifPresent(
            peak ->
                add(
                    DENSE,
                    () ->
                        MeasuredRatio.share(
                            "dense iteration's FLOP rate in the core's peak",
                            slowest(DENSE, Clock.CPU) * paper.iteration(0) / peak)));
    String stock = LenetContender.usual("stock", 0).name();
    add(
        Stream.concat(DENSE.stream(), Stream.of(stock)).toList(),
        () ->
            MeasuredRatio.ratio(
                "dense iteration, stock DL4J = 1", slowest(DENSE, clock) / rate(stock)));
  }

  private void torch() {
    againstPeer("dense iteration", DENSE, Peer.LENET, 1.8);
    againstPeer(percent(paper.density(15)) + " iteration", names("auto", 15), Peer.LENET, 10);
    againstPeer(percent(paper.density(20)) + " iteration", names("auto", 20), Peer.LENET, 25);
    peer(Peer.LENET)
        .ifPresent(
            peer ->
                add(
                    AUTO.stream().flatMap(List::stream).toList(),
                    () -> {
                      double ours = AUTO.stream().mapToDouble(two -> 1 / slowest(two, clock)).sum();
                      double theirs = AUTO.size() / rate(peer);
                      return MeasuredRatio.ratio(
                              "time of rounds 0 to 20, PyTorch = 1", ours / theirs)
                          .atMost(0.29);
                    }));
  }

  private void networks() {
    for (BenchNetwork network : BenchNetwork.values()) {
      String name = network.architecture();
      String evaluation = network.evaluationName();
      againstPeer(name + " iteration", List.of(name), name, network.target());
      add(
          List.of(name, evaluation),
          () ->
              evaluation(
                  name,
                  rate(evaluation) * RandomImages.TEST * network.image(),
                  rate(name) * network.iteration()));
    }
  }

  private void againstPeer(String what, List<String> names, String task, double least) {
    peer(task)
        .ifPresent(
            peer ->
                add(
                    names,
                    () ->
                        MeasuredRatio.ratio(
                                what + ", PyTorch = 1", slowest(names, clock) / rate(peer))
                            .atLeast(least)));
  }

  private Optional<String> peer(String task) {
    return results.fastestPeer(task, clock);
  }

  private void lenet(int round, String what) {
    List<String> both =
        Stream.of("auto", "evaluation").flatMap(kind -> names(kind, round).stream()).toList();
    add(
        both,
        () ->
            evaluation(
                what, imagesPerIteration(round) * paper.image(round), paper.iteration(round)));
    add(
        both,
        () ->
            MeasuredRatio.share(
                    "%s: best-and-last every %d it, share of training time".formatted(what, EVERY),
                    (ContenderFactory.VALIDATION + IMPROVED * TEST)
                        / imagesPerIteration(round)
                        / EVERY)
                .atMost(0.35));
    add(
        both,
        () ->
            MeasuredRatio.share(
                    "%s: validation and test every %d it".formatted(what, EVERY),
                    (ContenderFactory.VALIDATION + TEST) / imagesPerIteration(round) / EVERY)
                .atMost(1));
  }

  private static MeasuredRatio evaluation(String what, double evaluation, double training) {
    return MeasuredRatio.ratio(
            what + ": an evaluated image's FLOP rate, training = 1", evaluation / training)
        .atLeast(0.9);
  }

  /** Images evaluated in the time of one iteration. */
  private double imagesPerIteration(int round) {
    return Arrays.stream(Normalisation.values())
        .mapToDouble(
            normalisation ->
                ContenderFactory.VALIDATION
                    * rate(new LenetContender("evaluation", round, normalisation).name())
                    / rate(new LenetContender("auto", round, normalisation).name()))
        .min()
        .orElseThrow();
  }

  private void pair(LenetContender contender, String what, double bound) {
    String alone = "alone/" + contender.name();
    String pair = "pair/" + contender.name();
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

  private double slowest(List<String> names, Clock by) {
    return names.stream().mapToDouble(name -> results.rate(name, by)).min().orElseThrow();
  }

  private static List<String> names(String kind, int round) {
    return LenetContender.each(kind, round).stream().map(LenetContender::name).toList();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
