package dev.winnow.lottery;

import dev.winnow.architecture.Layout;
import dev.winnow.catalog.Choice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is pruned from round to round, and by what.
 *
 * @param criterion an entry of {@link Criteria}
 * @param scope what is ranked together
 * @param removedPerRound the share of the remaining weights that one round removes
 * @param rounds the last round; trainings are 0 to {@code rounds}
 */
public record PruningPlan(
    Strategy strategy, Choice criterion, Scope scope, RemovalRates removedPerRound, int rounds) {
  /** The most rounds that a definition may ask for. */
  public static final int MOST_ROUNDS = 50;

  /**
   * The kept weights of each prunable tensor (inner list) in each round from 0 (outer list). Each
   * round removes rate × remaining weights, rounded half up in exact decimals.
   */
  public List<List<Integer>> ladder(Layout layout) {
    List<List<Integer>> ladder = new ArrayList<>();
    List<BigDecimal> rates = rates(layout);
    ladder.add(layout.prunable().stream().map(place -> place.tensor().size()).toList());
    for (int round = 1; round <= rounds; round++) {
      List<Integer> before = ladder.get(round - 1);
      ladder.add(
          IntStream.range(0, before.size())
              .mapToObj(t -> before.get(t) - removed(before.get(t), rates.get(t)))
              .toList());
    }
    return ladder;
  }

  private List<BigDecimal> rates(Layout layout) {
    List<Layout.Place> places = layout.prunable();
    return IntStream.range(0, places.size())
        .mapToObj(t -> removedPerRound.of(places.get(t), t == places.size() - 1))
        .toList();
  }

  private static int removed(int remaining, BigDecimal rate) {
    return rate.multiply(BigDecimal.valueOf(remaining))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
