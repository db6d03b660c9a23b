package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DensityScheduleTest {
  private static final ParameterLayout LENET = Networks.layout(235_200, 30_000, 1_000);
  private static final BigDecimal FIFTH = new BigDecimal("0.2");
  private static final RemovalRates RATES = new RemovalRates(FIFTH, FIFTH, new BigDecimal("0.1"));

  @Test
  void layers_that_are_ranked_together_lose_weights_at_one_rate() {
    PruningPlan plan = plan(Scope.GLOBAL, RATES, List.of(), List.of("output"), 2);
    assertThat(plan.budgets(LENET).get(2))
        .containsExactly(
            // 265,200 − 53,040 = 212,160; − 42,432 = 169,728.
            new LayerBudget(List.of(0, 1), 169_728), new LayerBudget(List.of(2), 1_000));
  }

  @Test
  void a_layer_has_the_rate_that_its_name_is_given() {
    RemovalRates rates =
        new RemovalRates(FIFTH, FIFTH, FIFTH, Map.of("fc1", new BigDecimal("0.5")));
    assertThat(plan(Scope.LAYERWISE, rates, List.of(), List.of(), 1).schedule(LENET).get(1))
        .containsExactly(188_160, 15_000, 800);
  }

  @Test
  void densities_are_of_the_layers_that_are_pruned() {
    List<BigDecimal> densities = List.of(new BigDecimal("0.5"), new BigDecimal("0.00005"));
    assertThat(plan(Scope.LAYERWISE, RATES, densities, List.of("fc2"), 2).schedule(LENET))
        .containsExactly(
            List.of(235_200, 30_000, 1_000),
            List.of(117_600, 15_000, 1_000),
            List.of(12, 2, 1_000));
    assertThat(plan(Scope.GLOBAL, RATES, densities, List.of(), 2).budgets(LENET).get(2))
        .containsExactly(new LayerBudget(List.of(0, 1, 2), 13));
  }

  /** Random networks, rates, densities and exclusions, in both scopes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void survivors_are_counted_exactly_in_every_scope_and_schedule(long seed) {
    RandomStream random = RandomStream.of(seed, "ladder-test");
    int[] sizes = IntStream.range(0, 4).map(layer -> 1 + random.nextInt(300)).toArray();
    ParameterLayout layout = Networks.layout(sizes);
    boolean excludes = random.nextInt(2) == 0;
    List<String> excluded = excludes ? List.of("fc" + random.nextInt(4)) : List.of();
    BigDecimal rate = hundredths(1 + random.nextInt(99));
    boolean listed = random.nextInt(2) == 0;
    List<BigDecimal> densities =
        listed ? List.of(hundredths(90), hundredths(35), hundredths(3)) : List.of();
    for (Scope scope : Scope.values()) {
      PruningPlan plan = plan(scope, new RemovalRates(rate, rate, rate), densities, excluded, 3);
      List<List<LayerBudget>> budgets = plan.budgets(layout);
      Mask mask = Mask.dense(layout);
      int before = pruned(mask, plan, layout);
      for (int round = 1; round <= 3; round++) {
        Weights weights = Networks.random(layout, seed * 10 + round);
        Mask next = mask.keepBest(ScoringContext.prunable(weights), budgets.get(round));
        assertThat(IntStream.of(next.survivors())).allMatch(mask::keeps);
        assertExcludedAreWhole(next, plan, layout);
        if (scope == Scope.GLOBAL) {
          int expected =
              listed
                  ? round(densities.get(round - 1), pruned(Mask.dense(layout), plan, layout))
                  : before - round(rate, before);
          assertThat(pruned(next, plan, layout)).isEqualTo(expected);
          before = expected;
        } else {
          assertThat(next.keptPerTensor()).isEqualTo(plan.schedule(layout).get(round));
        }
        mask = next;
      }
    }
  }

  private static int pruned(Mask mask, PruningPlan plan, ParameterLayout layout) {
    DensitySchedule schedule = new DensitySchedule(plan, layout);
    return IntStream.range(0, 4).filter(schedule::prunes).map(mask.keptPerTensor()::get).sum();
  }

  private static void assertExcludedAreWhole(Mask mask, PruningPlan plan, ParameterLayout layout) {
    DensitySchedule schedule = new DensitySchedule(plan, layout);
    for (int t = 0; t < 4; t++) {
      if (!schedule.prunes(t)) {
        assertThat(mask.keptPerTensor().get(t)).isEqualTo(layout.prunable().get(t).tensor().size());
      }
    }
  }

  private static int round(BigDecimal budget, int weights) {
    return budget
        .multiply(BigDecimal.valueOf(weights))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  private static BigDecimal hundredths(int number) {
    return BigDecimal.valueOf(number, 2);
  }

  private static PruningPlan plan(
      Scope scope,
      RemovalRates rates,
      List<BigDecimal> densities,
      List<String> excluded,
      int rounds) {
    return new PruningPlan(
        PruningStrategy.ITERATIVE,
        Choice.of("magnitude"),
        scope,
        rates,
        densities,
        excluded,
        PruneAt.END,
        MaskActions.ORIGINAL,
        rounds);
  }
}
