package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The weights that a plan keeps from round to round. Each round removes rate × remaining weights,
 * or keeps density × all weights, rounded half up in exact decimals.
 *
 * <p>A plan leaves out layers by name, such as {@code fc3}, or by kind: {@code output} is the last
 * layer, {@code convolution} every convolution.
 */
public final class DensitySchedule {
  private static final String OUTPUT = "output";
  private static final String CONVOLUTION = "convolution";

  private final PruningPlan plan;
  private final List<ParameterLayout.Place> tensors;

  public DensitySchedule(PruningPlan plan, ParameterLayout layout) {
    this.plan = plan;
    this.tensors = layout.prunable();
  }

  /** The names of layers that hold prunable weights. */
  public Set<String> layers() {
    Set<String> names = new TreeSet<>();
    tensors.forEach(place -> names.add(place.tensor().layer()));
    return names;
  }

  /** What {@link PruningPlan#excludedLayers} may name. */
  public Set<String> excludable() {
    Set<String> names = layers();
    names.addAll(List.of(OUTPUT, CONVOLUTION));
    return names;
  }

  /** Whether a prunable tensor, by its index, loses weights. */
  public boolean prunes(int tensor) {
    ParameterLayout.Place place = tensors.get(tensor);
    return plan.excludedLayers().stream()
        .noneMatch(
            name ->
                name.equals(place.tensor().layer())
                    || (name.equals(OUTPUT) && isLast(tensor))
                    || (name.equals(CONVOLUTION) && place.tensor().convolutional()));
  }

  /** Round after round from 0 (outer list), all that is ranked together (inner list). */
  List<List<LayerBudget>> budgets() {
    List<List<LayerBudget>> rounds = new ArrayList<>();
    List<LayerBudget> dense = dense();
    rounds.add(dense);
    for (int round = 1; round <= plan.rounds(); round++) {
      int number = round;
      List<LayerBudget> before = rounds.get(round - 1);
      rounds.add(
          IntStream.range(0, dense.size())
              .mapToObj(s -> next(dense.get(s), before.get(s), number))
              .toList());
    }
    return rounds;
  }

  private List<LayerBudget> dense() {
    if (plan.scope() == Scope.LAYERWISE) {
      return indices().map(t -> budget(List.of(t))).toList();
    }
    List<Integer> together = indices().filter(this::prunes).toList();
    Stream<List<Integer>> alone = indices().filter(t -> !prunes(t)).map(List::of);
    return Stream.concat(Stream.of(together).filter(group -> !group.isEmpty()), alone)
        .map(this::budget)
        .toList();
  }

  private Stream<Integer> indices() {
    return IntStream.range(0, tensors.size()).boxed();
  }

  private LayerBudget budget(List<Integer> group) {
    return new LayerBudget(
        group, group.stream().mapToInt(t -> tensors.get(t).tensor().size()).sum());
  }

  private LayerBudget next(LayerBudget dense, LayerBudget before, int round) {
    if (!prunes(dense.tensors().get(0))) {
      return dense;
    }
    int keep =
        plan.densities().isEmpty()
            ? before.keep() - times(rate(dense.tensors()), before.keep())
            : times(plan.densities().get(round - 1), dense.keep());
    return new LayerBudget(dense.tensors(), keep);
  }

  private BigDecimal rate(List<Integer> group) {
    int tensor = group.get(0);
    return plan.scope() == Scope.GLOBAL
        ? plan.removedPerRound().hidden()
        : plan.removedPerRound().of(tensors.get(tensor), isLast(tensor));
  }

  private boolean isLast(int tensor) {
    return tensor == tensors.size() - 1;
  }

  private static int times(BigDecimal fraction, int weights) {
    return fraction
        .multiply(BigDecimal.valueOf(weights))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
