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
 * @param peers where PyTorch's loops run
 */
record BenchmarkPlan(
    BenchOptions options, PaperRounds paper, Processes processes, List<Peer> peers) {
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
        seconds -> best(processes.first().running(name), seconds));
  }

  /** The highest of several short measurements: the others were disturbed. */
  private static Repetition best(DoubleFunction<Repetition> runner, double seconds) {
    return Stream.generate(() -> runner.apply(seconds / SHORT_ONES))
        .limit(SHORT_ONES)
        .max(Comparator.comparingDouble(one -> one.rate(Clock.CPU)))
        .orElseThrow();
  }

  private void measured(List<Entry> entries) {
    peers.forEach(peer -> entries.add(lenet().peer(peer)));
    if (options.measures(Part.STOCK)) {
      entries.add(lenet().iteration(LenetContender.usual("stock", 0), "stock DL4J"));
    }
    if (options.measures(Part.DENSE)) {
      entries.add(lenet().iteration(LenetContender.usual("dl4j", 0), "path dl4j"));
      iterations(entries, "dense", 0);
    }
    if (options.measures(Part.AUTO)) {
      rounds().forEach(round -> iterations(entries, "auto", round));
    }
    if (options.measures(Part.SPARSE)) {
      rounds()
          .mapToObj(round -> LenetContender.usual("sparse", round))
          .filter(this::isNotAuto)
          .forEach(sparse -> entries.add(lenet().iteration(sparse, "sparse, forced")));
    }
    evaluations(entries);
    networks(entries);
    products(entries);
    processes.second().ifPresent(runner -> pairs(entries, runner));
  }

  private static IntStream rounds() {
    return IntStream.rangeClosed(0, PaperRounds.LAST);
  }

  private LenetEntries lenet() {
    return new LenetEntries(paper, processes);
  }

  private void iterations(List<Entry> entries, String kind, int round) {
    LenetContender.each(kind, round).forEach(one -> entries.add(lenet().iteration(one, kind)));
  }

  /** Where the rule takes the sparse path, forcing it would measure the same code again. */
  private boolean isNotAuto(LenetContender sparse) {
    if (!options.measures(Part.AUTO)) {
      return true;
    }
    LenetContender auto = new LenetContender("auto", sparse.round(), sparse.normalisation());
    String chosen = processes.first().run(auto.name(), ONE_STEP).path();
    return !chosen.equals(processes.first().run(sparse.name(), ONE_STEP).path());
  }

  private void evaluations(List<Entry> entries) {
    if (options.measures(Part.EVALUATION)) {
      for (int round : new int[] {0, PaperRounds.SPARSE}) {
        LenetContender.each("evaluation", round)
            .forEach(one -> entries.add(lenet().evaluation(one)));
      }
    }
  }

  private void networks(List<Entry> entries) {
    if (options.measures(Part.CONV)) {
      entries.add(NetworkEntries.stock(processes.first()));
      for (BenchNetwork network : BenchNetwork.values()) {
        network(entries, new NetworkEntries(network));
      }
    }
  }

  private void network(List<Entry> entries, NetworkEntries network) {
    entries.add(network.ours(processes.networks()));
    if (options.measures(Part.EVALUATION)) {
      entries.add(network.evaluation(processes.networks()));
    }
    peers.forEach(peer -> entries.add(network.peer(peer)));
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
                    processes.first().running(name)));
          });
    }
  }

  private void pairs(List<Entry> entries, Runner other) {
    if (options.measures(Part.PAIR)) {
      pair(entries, other, LenetContender.usual("dense", 0), "dense");
      pair(entries, other, LenetContender.usual("auto", PaperRounds.SPARSE), "auto");
    }
  }

  private void pair(List<Entry> entries, Runner other, LenetContender contender, String what) {
    entries.add(lenet().alone(contender, what, other));
    entries.add(lenet().pair(contender, what, other));
  }
}
