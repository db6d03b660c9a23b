package dev.winnow.command.bench;

import dev.winnow.command.bench.contender.FmaPeak;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which contenders run where.
 *
 * @param first the process in which everything of ours runs
 * @param second one like it on another core, where there is one
 * @param peers where PyTorch's loops run
 */
record BenchmarkPlan(
    BenchOptions options,
    PaperRounds paper,
    Runner first,
    Optional<Runner> second,
    List<Peer> peers) {
  /** One step is enough to learn a path. */
  private static final double ONE_STEP = 1e-9;

  /** Measurements that share the time of one of the peak. */
  private static final int SHORT_ONES = 10;

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    measured(entries);
    return entries.isEmpty()
        ? entries
        : Stream.concat(Stream.of(peak()), entries.stream()).toList();
  }

  private Entry peak() {
    String name = ContenderFactory.PEAK;
    return new Entry(
        name,
        "fused multiply-adds on registers",
        Optional.empty(),
        Optional.empty(),
        "steps",
        1,
        FmaPeak.OPERATIONS,
        seconds -> best(first.running(name), seconds));
  }

  /** The highest of several short measurements: the others were disturbed. */
  private static Repetition best(DoubleFunction<Repetition> runner, double seconds) {
    return Stream.generate(() -> runner.apply(seconds / SHORT_ONES))
        .limit(SHORT_ONES)
        .max(Comparator.comparingDouble(one -> one.rate(Clock.CPU)))
        .orElseThrow();
  }

  private void measured(List<Entry> entries) {
    peers.forEach(peer -> lenet(entries, peer));
    if (options.measures(Part.STOCK)) {
      entries.add(iteration("stock/0", "stock DL4J", 0));
    }
    if (options.measures(Part.DENSE)) {
      entries.add(iteration("dl4j/0", "path dl4j", 0));
      entries.add(iteration("dense/0", "dense", 0));
    }
    if (options.measures(Part.AUTO)) {
      rounds().forEach(round -> entries.add(iteration("auto/" + round, "auto", round)));
    }
    if (options.measures(Part.SPARSE)) {
      rounds()
          .filter(this::isNotAuto)
          .forEach(round -> entries.add(iteration("sparse/" + round, "sparse, forced", round)));
    }
    evaluations(entries);
    networks(entries);
    products(entries);
    second.ifPresent(runner -> pairs(entries, runner));
  }

  private static IntStream rounds() {
    return IntStream.rangeClosed(0, PaperRounds.LAST);
  }

  /** Where the rule takes the sparse path, forcing it would measure the same code again. */
  private boolean isNotAuto(int round) {
    if (!options.measures(Part.AUTO)) {
      return true;
    }
    String auto = first.run("auto/" + round, ONE_STEP).path();
    return !auto.equals(first.run("sparse/" + round, ONE_STEP).path());
  }

  private void lenet(List<Entry> entries, Peer peer) {
    entries.add(
        new Entry(
            peer.entry(Peer.LENET),
            peer.label(),
            Optional.of(Peer.LENET),
            Optional.of(1.0),
            "it",
            1,
            paper.iteration(0),
            seconds -> peer.runner().run(Peer.LENET, seconds)));
  }

  private void networks(List<Entry> entries) {
    if (options.measures(Part.CONV)) {
      String stock = "stock-conv2";
      entries.add(network(stock, "stock DL4J", BenchNetwork.CONV_2, first.running(stock)));
      for (BenchNetwork network : BenchNetwork.values()) {
        String name = network.architecture();
        entries.add(network(name, "dense", network, first.running(name)));
        for (Peer peer : peers) {
          entries.add(
              network(peer.entry(name), peer.label(), network, peer.runner().running(name)));
        }
      }
    }
  }

  private static Entry network(
      String name, String label, BenchNetwork network, DoubleFunction<Repetition> runner) {
    return new Entry(
        name,
        "%s, %s".formatted(label, network.architecture()),
        Optional.of(network.architecture()),
        Optional.of(1.0),
        "it",
        1,
        network.batch() * StepOperations.of(network.layers()),
        runner);
  }

  private Entry iteration(String name, String label, int round) {
    return new Entry(
        name,
        label,
        Optional.of(Peer.LENET),
        Optional.of(paper.density(round)),
        "it",
        1,
        paper.iteration(round),
        seconds -> first.run(name, seconds));
  }

  private void evaluations(List<Entry> entries) {
    if (options.measures(Part.EVALUATION)) {
      for (int round : new int[] {0, PaperRounds.SPARSE}) {
        String name = "evaluation/" + round;
        entries.add(
            new Entry(
                name,
                "evaluation",
                Optional.empty(),
                Optional.of(paper.density(round)),
                "images",
                ContenderFactory.VALIDATION,
                ContenderFactory.VALIDATION * paper.image(round),
                seconds -> first.run(name, seconds)));
      }
    }
  }

  private void products(List<Entry> entries) {
    if (options.measures(Part.SGEMM)) {
      Products.ALL.forEach(
          (shape, product) -> {
            String name = "sgemm/" + shape;
            entries.add(
                new Entry(
                    name,
                    "sgemm %s %d×%d×%d"
                        .formatted(shape, product.rows(), product.inner(), product.columns()),
                    Optional.empty(),
                    Optional.empty(),
                    "products",
                    1,
                    product.operations(),
                    seconds -> first.run(name, seconds)));
          });
    }
  }

  private void pairs(List<Entry> entries, Runner other) {
    if (options.measures(Part.PAIR)) {
      pair(entries, other, "dense/0", "dense", 0);
      pair(entries, other, "auto/" + PaperRounds.SPARSE, "auto", PaperRounds.SPARSE);
    }
  }

  private void pair(List<Entry> entries, Runner other, String name, String label, int round) {
    Optional<Double> density = Optional.of(paper.density(round));
    double operations = paper.iteration(round);
    entries.add(
        new Entry(
            "alone/" + name,
            label + ", one training",
            Optional.empty(),
            density,
            "it",
            1,
            operations,
            seconds -> first.run(name, seconds / 2).then(other.run(name, seconds / 2))));
    entries.add(
        new Entry(
            "pair/" + name,
            label + ", two side by side",
            Optional.empty(),
            density,
            "it",
            1,
            operations,
            seconds -> {
              first.ask(name, seconds);
              other.ask(name, seconds);
              return first.answer().and(other.answer());
            }));
  }
}
