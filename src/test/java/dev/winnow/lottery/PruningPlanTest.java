package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruningPlanTest {
  private static final ParameterLayout LENET = Networks.layout(235_200, 30_000, 1_000);
  private static final List<List<Integer>> LADDER = plan("0.2", "0.1", 20).schedule(LENET);

  @Test
  void lenet_keeps_the_counts_that_exact_decimals_give() {
    assertThat(LADDER.get(0)).containsExactly(235_200, 30_000, 1_000);
    assertThat(LADDER.get(1)).containsExactly(188_160, 24_000, 900);
    assertThat(LADDER.get(17)).element(2).isEqualTo(166);
    assertThat(LADDER.get(20)).containsExactly(2_712, 346, 121);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 80.04", "2, 64.06", "3, 51.28", "4, 41.05", "5, 32.87", "6, 26.32", "7, 21.07", "8, 16.88",
    "9, 13.52", "10, 10.83", "11, 8.68", "12, 6.95", "13, 5.57", "14, 4.47", "15, 3.58", "16, 2.87",
    "17, 2.31", "18, 1.85", "19, 1.49", "20, 1.19"
  })
  void lenet_walks_down_the_papers_ladder(int round, double percent) {
    double kept = LADDER.get(round).stream().mapToInt(Integer::intValue).sum();
    assertThat(100 * kept / 266_200).isBetween(percent - 0.005, percent + 0.005);
  }

  @Test
  void convolutions_have_a_rate_of_their_own() {
    ParameterLayout layout =
        ParameterLayout.of(
            List.of(
                new LayerSpec.Convolution("conv1", 3, 4, 3, 2, 2, 1, Activation.RELU),
                new LayerSpec.MaxPool("pool1", 4, 2, 2),
                new LayerSpec.Dense("fc1", 4, 50, Activation.RELU),
                new LayerSpec.Dense("fc2", 50, 2, Activation.IDENTITY)));
    RemovalRates rates =
        new RemovalRates(new BigDecimal("0.2"), new BigDecimal("0.5"), new BigDecimal("0.1"));
    PruningPlan plan =
        new PruningPlan(
            PruningStrategy.ITERATIVE, Choice.of("magnitude"), Scope.LAYERWISE, rates, 1);
    assertThat(plan.schedule(layout).get(1)).containsExactly(54, 160, 90);
  }

  @Test
  void half_a_weight_is_rounded_up() {
    assertThat(plan("0.5", "0.5", 1).schedule(Networks.layout(5, 3)).get(1)).containsExactly(2, 1);
  }

  @Test
  void a_layer_is_never_overdrawn() {
    List<List<Integer>> ladder = plan("0.99", "0.99", 50).schedule(Networks.layout(7, 1));
    assertThat(ladder.get(50)).allMatch(kept -> kept >= 0);
  }

  static PruningPlan plan(String hidden, String output, int rounds) {
    return new PruningPlan(
        PruningStrategy.ITERATIVE,
        Choice.of("magnitude"),
        Scope.LAYERWISE,
        new RemovalRates(new BigDecimal(hidden), new BigDecimal(hidden), new BigDecimal(output)),
        rounds);
  }
}
