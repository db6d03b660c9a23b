package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchReportTest {
  private final PaperRounds paper = PaperRounds.lenet();
  private final Map<Entry, Repetitions> measured = new LinkedHashMap<>();
  private final List<MemoryUse> memory = new ArrayList<>();

  @Test
  void the_table_compares_with_stock_dl4j_when_there_is_no_pytorch() {
    measure("stock/0/mean-std", "stock DL4J", 200, 1);
    measure("dense/0/none", "dense, none", 1000, 1);
    measure("dense/0/mean-std", "dense, mean-std", 500, 1);
    assertThat(lines())
        .containsExactly(
            "On a machine",
            "",
            "contender        density %  per second   least to most      core %  per CPU second"
                + "  GFLOP/s  stock DL4J = 1   path",
            "stock DL4J           100.0         200      200 to 200  it     100             200"
                + "     13.5            1.00  dense",
            "dense, none          100.0       1,000  1,000 to 1,000  it     100           1,000"
                + "     67.6            5.00  dense",
            "dense, mean-std      100.0         500      500 to 500  it     100             500"
                + "     33.8            2.50  dense",
            "",
            "derived                          value  by CPU time  target",
            "dense iteration, stock DL4J = 1   2.50         2.50");
  }

  @Test
  void the_fastest_peer_counts_and_rates_stand_beside_the_highest_peak() {
    measure(
        "peak",
        "peak",
        Stream.of(1000, 2000, 1500).map(rate -> new Repetition(rate, 1, 1, "512 bits")).toList());
    measure("pytorch/Zen/lenet", "PyTorch Zen", 500, 1);
    measure("pytorch/Haswell/lenet", "PyTorch Haswell", 400, 1);
    measure("dense/0/none", "dense", 1000, 1);
    measure("dense/0/mean-std", "dense", 1000, 1);
    assertThat(lines())
        .anyMatch(line -> line.matches("dense +100.0 +1,000 .* 67.6 +50 +2.00 +dense"))
        .anyMatch(line -> line.matches("PyTorch Haswell .* 20 +0.80 +dense"))
        .anyMatch(line -> line.matches("dense iteration, PyTorch = 1 +2.00 .* reached"))
        .anyMatch(line -> line.matches("dense iteration's FLOP rate in the core's peak +50 %.*"));
  }

  @Test
  void on_a_shared_machine_both_clocks_must_agree() {
    measure("pytorch/Zen/lenet", "PyTorch 1", 500, 1);
    measure("dense/0/none", "dense", 500, 0.5);
    measure("dense/0/mean-std", "dense", 500, 0.5);
    assertThat(lines())
        .contains(
            "derived                       value  by CPU time         target",
            "dense iteration, PyTorch = 1   1.00         2.00  at least 1.80  unclear")
        .last()
        .asString()
        .startsWith("Other processes took cores away.");
  }

  @Test
  void of_the_two_normalisations_the_slower_counts() {
    measure("pytorch/Zen/lenet", "PyTorch", 500, 1);
    for (int round = 0; round <= PaperRounds.LAST; round++) {
      measure("auto/%d/none".formatted(round), "auto", 20_000, 1);
      measure("auto/%d/mean-std".formatted(round), "auto", 5000, 1);
    }
    measure("evaluation/0/none", "evaluation", 410, 1);
    measure("evaluation/0/mean-std", "evaluation", 100, 1);
    assertThat(value("time of rounds 0 to 20, PyTorch = 1")).isCloseTo(0.1, within(1e-9));
    // 5,570 images at 500,000 a second, every 100 of 5,000 iterations a second.
    assertThat(value("dense: best-and-last every 100 it, share of training time"))
        .isCloseTo(0.01114 / 0.02, within(1e-9));
    assertThat(value("dense: validation and test every 100 it"))
        .isCloseTo(0.03 / 0.02, within(1e-9));
    assertThat(value("dense: an evaluated image's FLOP rate, training = 1"))
        .isCloseTo(500_000 * 532_400.0 / (5000 * 67_608_000.0), within(1e-9));
  }

  /** Worked out by hand for a forward pass of 2 · (1,769,472 + 37,748,736 + 4,262,400). */
  @Test
  void a_networks_evaluation_is_judged_by_its_own_training() {
    measure("conv-2", "dense", 2, 1);
    measure("conv-2/evaluation", "evaluation", 1, 1);
    assertThat(value("conv-2: an evaluated image's FLOP rate, training = 1"))
        .isCloseTo(256 * 87_561_216.0 / (2 * 15_548_682_240.0), within(1e-9));
  }

  @Test
  void memory_is_judged_by_the_least_of_the_peers() {
    memory.add(new MemoryUse("vgg-19", "dense, vgg-19", false, 900_000_000, "dense"));
    memory.add(new MemoryUse("vgg-19", "PyTorch Zen, vgg-19", true, 1_000_000_000, "foreach"));
    memory.add(new MemoryUse("vgg-19", "PyTorch Haswell, vgg-19", true, 1_200_000_000, "flat"));
    memory.add(new MemoryUse("resnet-20", "dense, resnet-20", false, 500_000_000, "dense"));
    assertThat(lines())
        .containsExactly(
            "On a machine",
            "",
            "most memory              MB resident     path",
            "dense, vgg-19                    900    dense",
            "PyTorch Zen, vgg-19            1,000  foreach",
            "PyTorch Haswell, vgg-19        1,200     flat",
            "dense, resnet-20                 500    dense",
            "",
            "derived                     value  by CPU time        target",
            "vgg-19 memory, PyTorch = 1   0.90         0.90  at most 1.00  reached");
  }

  @Test
  void what_was_not_measured_is_left_out() {
    measure("pytorch/Zen/lenet", "PyTorch", 500, 1);
    assertThat(MeasuredRatios.of(new Results(measured), paper, Clock.WALL)).isEmpty();
  }

  @Test
  void a_target_is_reached_on_the_bound() {
    MeasuredRatio ratio = MeasuredRatio.ratio("r", 1.3);
    assertThat(ratio.atLeast(1.3).outcome()).isEqualTo("reached");
    assertThat(ratio.atLeast(1.31).outcome()).isEqualTo("not reached");
    assertThat(MeasuredRatio.share("s", 0.36).atMost(0.35).outcome()).isEqualTo("not reached");
    assertThat(MeasuredRatio.share("s", 0.36).shown()).isEqualTo("36 %");
    assertThat(ratio.outcome()).isEmpty();
  }

  private double value(String what) {
    return MeasuredRatios.of(new Results(measured), paper, Clock.WALL).stream()
        .filter(ratio -> ratio.what().equals(what))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private void measure(String name, String label, double rate, double share) {
    measure(name, label, List.of(new Repetition(rate, 1, share, "dense")));
  }

  private void measure(String name, String label, List<Repetition> repetitions) {
    measured.put(
        new Entry(
            name,
            label,
            Optional.of(Peer.LENET),
            Optional.of(1.0),
            "it",
            1,
            paper.iteration(0),
            seconds -> repetitions.get(0)),
        new Repetitions(repetitions));
  }

  private List<String> lines() {
    return new BenchReport(List.of("On a machine"), new Results(measured), memory, paper).lines();
  }
}
