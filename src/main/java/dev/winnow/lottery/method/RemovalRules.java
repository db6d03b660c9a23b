package dev.winnow.lottery.method;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.DensitySchedule;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.RemovalRates;
import dev.winnow.lottery.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;

/** Whether what is removed fits the network. */
final class RemovalRules {
  private static final JsonPointer RATES = JsonPointer.compile("/pruning/removedPerRound");
  private static final JsonPointer EXCLUDED = JsonPointer.compile("/pruning/excludedLayers");
  private static final JsonPointer DENSITIES = JsonPointer.compile("/pruning/densities");

  private final PruningPlan pruning;
  private final DensitySchedule schedule;
  private final int tensors;
  private final Findings findings;

  RemovalRules(Plan plan, Findings findings) {
    this.pruning = plan.pruning();
    this.schedule = new DensitySchedule(pruning, plan.layout());
    this.tensors = plan.layout().prunable().size();
    this.findings = findings;
  }

  void check() {
    checkRates();
    checkExcluded();
    checkDensities();
    if (!pruning.densities().isEmpty()) {
      findings.warning(
          RATES, "This has no effect: each round's density is listed in \"densities\".");
    }
  }

  private void checkRates() {
    RemovalRates rates = pruning.removedPerRound();
    Set<String> layers = schedule.layers();
    JsonPointer named = RATES.appendProperty("layers");
    new TreeMap<>(rates.layers())
        .forEach(
            (name, rate) -> {
              if (!layers.contains(name)) {
                findings.error(
                    named.appendProperty(name),
                    rate,
                    "The network has no layer \"" + name + "\" that can be pruned.",
                    "one of " + String.join(", ", layers));
              }
            });
    if (pruning.scope() == Scope.GLOBAL) {
      refuseOwnRate("convolution", rates.convolution());
      refuseOwnRate("output", rates.output());
      if (!rates.layers().isEmpty()) {
        findings.error(
            named,
            rates.layers().keySet(),
            "Global scope ranks all layers together, so none has a rate of its own.",
            "no layers, or the scope \"layerwise\"; \"excludedLayers\" leaves layers out");
      }
    }
  }

  private void refuseOwnRate(String kind, BigDecimal rate) {
    BigDecimal common = pruning.removedPerRound().hidden();
    if (rate.compareTo(common) != 0) {
      findings.error(
          RATES.appendProperty(kind),
          rate,
          "Global scope ranks all layers together, so none has a rate of its own.",
          common.toPlainString() + " as the default, or left out, or the scope \"layerwise\"");
    }
  }

  /** Whether the layers that are left out exist, and not all are. */
  void checkExcluded() {
    Set<String> names = schedule.excludable();
    for (int i = 0; i < pruning.excludedLayers().size(); i++) {
      String name = pruning.excludedLayers().get(i);
      if (!names.contains(name)) {
        findings.error(
            EXCLUDED.appendIndex(i),
            name,
            "The network has no layer \"" + name + "\" that could be pruned.",
            "one of " + String.join(", ", names));
      }
    }
    if (IntStream.range(0, tensors).noneMatch(schedule::prunes)) {
      findings.error(
          EXCLUDED,
          pruning.excludedLayers(),
          "No layer is left to prune.",
          "some of " + String.join(", ", names) + ", but not all layers");
    }
  }

  private void checkDensities() {
    checkDensities("A pruned weight never comes back, so each density is below the one before.");
  }

  /**
   * Whether there is one density for each round, in falling order.
   *
   * @param falling why they fall, as a sentence
   */
  void checkDensities(String falling) {
    List<BigDecimal> densities = pruning.densities();
    if (!densities.isEmpty() && densities.size() != pruning.rounds()) {
      findings.error(
          DENSITIES,
          densities,
          "These are %d densities for %d rounds.".formatted(densities.size(), pruning.rounds()),
          "one density for each of the rounds 1 to " + pruning.rounds());
    }
    for (int i = 1; i < densities.size(); i++) {
      if (densities.get(i).compareTo(densities.get(i - 1)) >= 0) {
        findings.error(
            DENSITIES.appendIndex(i),
            densities.get(i),
            falling,
            "a number less than " + densities.get(i - 1).toPlainString());
      }
    }
  }

  /** Whether densities are listed at all, for a method that trains once for each. */
  void requireDensities() {
    if (pruning.densities().isEmpty()) {
      findings.error(
          DENSITIES,
          pruning.densities(),
          "This method trains once for each density that is listed.",
          "at least one number greater than 0 up to 1");
    }
  }
}
