package dev.winnow.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is printed at the end.
 *
 * @param head what was measured on, line by line
 */
record BenchReport(List<String> head, Results results, List<MemoryUse> memory, PaperRounds paper) {
  private static final String STOCK = LenetContender.usual("stock", 0).name();

  List<String> lines() {
    List<String> lines = new ArrayList<>(head);
    List.of(measurements(), memoryUses(), ratios()).stream()
        .filter(table -> table.size() > 1)
        .forEach(
            table -> {
              lines.add("");
              lines.addAll(table);
            });
    if (results.shared()) {
      lines.add("");
      lines.add(
          "Other processes took cores away. CPU time leaves out the time without a core;"
              + " what the two clocks judge differently is unclear.");
    }
    return lines;
  }

  private List<String> measurements() {
    Table table = new Table();
    table.row(
        "contender",
        "density %",
        "per second",
        "least to most",
        "",
        "core %",
        "per CPU second",
        "GFLOP/s",
        results.peak().isPresent() ? "% of peak" : "",
        results.hasPeers() ? "PyTorch = 1" : results.have(List.of(STOCK)) ? "stock DL4J = 1" : "",
        "path");
    results.all().forEach((entry, repetitions) -> table.row(cells(entry, repetitions)));
    return table.lines();
  }

  private String[] cells(Entry entry, Repetitions repetitions) {
    double units = entry.units();
    double rate = repetitions.median(Clock.WALL);
    return new String[] {
      entry.label(),
      entry.density().map(density -> number(100 * density, 1)).orElse(""),
      count(rate * units),
      count(repetitions.least(Clock.WALL) * units)
          + " to "
          + count(repetitions.most(Clock.WALL) * units),
      entry.unit(),
      number(100 * repetitions.share(), 0),
      count(repetitions.median(Clock.CPU) * units),
      entry.operations() > 0 ? number(rate * entry.operations() / 1e9, 1) : "",
      shareOfPeak(repetitions.median(Clock.CPU) * entry.operations()),
      ratio(entry, rate),
      repetitions.path()
    };
  }

  private String shareOfPeak(double rate) {
    return results
        .peak()
        .filter(peak -> rate > 0)
        .map(peak -> number(100 * rate / peak, 0))
        .orElse("");
  }

  /** To the fastest that does the same. */
  private String ratio(Entry entry, double rate) {
    return entry
        .task()
        .flatMap(this::reference)
        .map(name -> number(rate / results.rate(name, Clock.WALL), 2))
        .orElse("");
  }

  private Optional<String> reference(String task) {
    return results.hasPeers()
        ? results.fastestPeer(task, Clock.WALL)
        : Optional.of(STOCK).filter(name -> task.equals(Peer.LENET) && results.have(List.of(name)));
  }

  private List<String> memoryUses() {
    Table table = new Table();
    table.row("most memory", "MB resident", "path");
    memory.forEach(use -> table.row(use.label(), count(use.megabytes()), use.path()));
    return table.lines();
  }

  private List<String> ratios() {
    List<MeasuredRatio> wall = ratios(Clock.WALL);
    List<MeasuredRatio> cpu = ratios(Clock.CPU);
    Table table = new Table();
    table.row("derived", "value", "by CPU time", "target", "");
    for (int i = 0; i < wall.size(); i++) {
      MeasuredRatio ratio = wall.get(i);
      table.row(
          ratio.what(),
          ratio.shown(),
          cpu.get(i).shown(),
          ratio.targetShown(),
          outcome(ratio, cpu.get(i)));
    }
    return table.lines();
  }

  private List<MeasuredRatio> ratios(Clock clock) {
    return Stream.concat(
            MeasuredRatios.of(results, paper, clock).stream(), MemoryRatios.of(memory).stream())
        .toList();
  }

  /** Where others took cores away, both clocks must agree. */
  private String outcome(MeasuredRatio wall, MeasuredRatio cpu) {
    boolean agree = !results.shared() || wall.outcome().equals(cpu.outcome());
    return agree ? wall.outcome() : "unclear";
  }

  /** All numbers, as JSON has them. */
  Map<String, Object> raw() {
    return Map.of(
        "head",
        head,
        "contenders",
        results.all().entrySet().stream().map(BenchReport::raw).toList(),
        "memory",
        memory,
        "derived",
        ratios(Clock.WALL),
        "derivedByCpuTime",
        ratios(Clock.CPU));
  }

  private static Map<String, Object> raw(Map.Entry<Entry, Repetitions> one) {
    Entry entry = one.getKey();
    return Map.of(
        "name", entry.name(),
        "label", entry.label(),
        "density", entry.density(),
        "unit", entry.unit(),
        "unitsPerStep", entry.units(),
        "operationsPerStep", entry.operations(),
        "repetitions", one.getValue().all());
  }

  private static String count(double number) {
    return number(number, number < 100 ? 1 : 0);
  }

  private static String number(double number, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", number);
  }
}
