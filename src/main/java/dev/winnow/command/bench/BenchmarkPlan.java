package dev.winnow.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * Which contenders run where.
 *
 * @param first the process in which everything of ours runs
 * @param second one like it on another core, where there is one
 * @param python where PyTorch's loops run
 */
record BenchmarkPlan(
    BenchOptions options,
    PaperRounds paper,
    Runner first,
    Optional<Runner> second,
    Optional<Runner> python) {
  /** One step is enough to learn a path. */
  private static final double ONE_STEP = 1e-9;

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    python.ifPresent(runner -> pytorch(entries, runner));
    if (options.measures(Part.STOCK)) {
      entries.add(iteration("stock/0", "stock DL4J", 0));
    }
    if (options.measures(Part.CONV)) {
      String name = "stock-conv2";
      entries.add(conv2(name, "stock DL4J", seconds -> first.run(name, seconds)));
      entries.add(conv2("conv2", "dense", seconds -> first.run("conv2", seconds)));
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
    products(entries);
    second.ifPresent(runner -> pairs(entries, runner));
    return entries;
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

  private void pytorch(List<Entry> entries, Runner runner) {
    String version = "PyTorch " + runner.about("version");
    entries.add(
        new Entry(
            "pytorch",
            version,
            Optional.of(1.0),
            "it",
            1,
            paper.iteration(0),
            seconds -> runner.run("lenet", seconds)));
    if (options.measures(Part.CONV)) {
      entries.add(conv2("pytorch-conv2", version, seconds -> runner.run("conv2", seconds)));
    }
  }

  private static Entry conv2(String name, String label, DoubleFunction<Repetition> runner) {
    return new Entry(name, label + ", Conv-2", Optional.of(1.0), "it", 1, 0, runner);
  }

  private Entry iteration(String name, String label, int round) {
    return new Entry(
        name,
        label,
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
            density,
            "it",
            1,
            operations,
            seconds -> first.run(name, seconds / 2).then(other.run(name, seconds / 2))));
    entries.add(
        new Entry(
            "pair/" + name,
            label + ", two side by side",
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
