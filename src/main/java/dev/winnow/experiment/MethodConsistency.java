package dev.winnow.experiment;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Ladder;
import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.RemovalRates;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.lottery.Scope;
import dev.winnow.training.PathChoice;
import dev.winnow.training.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Whether pruning and rewinding fit the network and its training. */
final class MethodConsistency {
  private final PruningPlan pruning;
  private final RewindPoint rewind;
  private final PathChoice path;
  private final boolean constantRate;
  private final Ladder ladder;
  private final int tensors;
  private final int perEpoch;
  private final long budget;
  private final List<DefinitionError> errors = new ArrayList<>();

  /**
   * @param perEpoch iterations of an epoch
   */
  MethodConsistency(ExperimentDefinition definition, Layout layout, int perEpoch) {
    this.pruning = definition.pruning();
    this.rewind = definition.rewind();
    this.path = definition.training().path();
    this.constantRate =
        definition.training().schedule().name().equals("constant")
            && definition.training().warmup().equals(Step.START);
    this.ladder = new Ladder(pruning, layout);
    this.tensors = layout.prunable().size();
    this.perEpoch = perEpoch;
    this.budget = iterations(definition.training().budget());
  }

  List<DefinitionError> errors() {
    checkRates();
    checkExcluded();
    checkDensities();
    checkRewind();
    checkPruneAt();
    checkActions();
    return errors;
  }

  List<DefinitionWarning> warnings() {
    List<DefinitionWarning> warnings = new ArrayList<>();
    long to = iterations(rewind.to());
    if (rewind.mode() == RewindMode.WEIGHTS && 2 * to > budget) {
      warnings.add(
          new DefinitionWarning(
              "/rewind/to",
              "Survivors return to late weights and have less than half of the training left:"
                  + " pruned networks collapse there. Rewind earlier, or use mode"
                  + " \"learning-rate\"."));
    }
    if (rewind.mode() == RewindMode.FINE_TUNE) {
      warnings.add(
          new DefinitionWarning(
              "/rewind/mode",
              "Fine-tuning at the last learning rate falls behind at low densities: mode"
                  + " \"learning-rate\" does not (Renda et al. 2020)."));
    }
    if (!pruning.densities().isEmpty()) {
      warnings.add(
          new DefinitionWarning(
              "/pruning/removedPerRound",
              "This has no effect: each round's density is listed in \"densities\"."));
    }
    return warnings;
  }

  private long iterations(Step step) {
    return (long) step.epochs() * perEpoch + step.iterations();
  }

  private void error(String pointer, Object value, String detail, String allowed) {
    errors.add(new DefinitionError(pointer, value, detail, allowed));
  }

  private void checkRates() {
    RemovalRates rates = pruning.removedPerRound();
    Set<String> layers = ladder.layers();
    new TreeMap<>(rates.layers())
        .forEach(
            (name, rate) -> {
              if (!layers.contains(name)) {
                error(
                    "/pruning/removedPerRound/layers/" + name.replace("~", "~0").replace("/", "~1"),
                    rate,
                    "The network has no layer \"" + name + "\" that can be pruned.",
                    "one of " + String.join(", ", layers));
              }
            });
    if (pruning.scope() == Scope.GLOBAL) {
      refuseOwnRate("convolution", rates.convolution());
      refuseOwnRate("output", rates.output());
      if (!rates.layers().isEmpty()) {
        error(
            "/pruning/removedPerRound/layers",
            rates.layers().keySet(),
            "Global scope ranks all layers together, so none has a rate of its own.",
            "no layers, or the scope \"layerwise\"; \"excludedLayers\" leaves layers out");
      }
    }
  }

  private void refuseOwnRate(String kind, BigDecimal rate) {
    BigDecimal common = pruning.removedPerRound().hidden();
    if (rate.compareTo(common) != 0) {
      error(
          "/pruning/removedPerRound/" + kind,
          rate,
          "Global scope ranks all layers together, so none has a rate of its own.",
          common.toPlainString() + " as the default, or left out, or the scope \"layerwise\"");
    }
  }

  private void checkExcluded() {
    Set<String> names = ladder.excludable();
    for (int i = 0; i < pruning.excludedLayers().size(); i++) {
      String name = pruning.excludedLayers().get(i);
      if (!names.contains(name)) {
        error(
            "/pruning/excludedLayers/" + i,
            name,
            "The network has no layer \"" + name + "\" that could be pruned.",
            "one of " + String.join(", ", names));
      }
    }
    if (IntStream.range(0, tensors).noneMatch(ladder::prunes)) {
      error(
          "/pruning/excludedLayers",
          pruning.excludedLayers(),
          "No layer is left to prune.",
          "some of " + String.join(", ", names) + ", but not all layers");
    }
  }

  private void checkDensities() {
    List<BigDecimal> densities = pruning.densities();
    if (!densities.isEmpty() && densities.size() != pruning.rounds()) {
      error(
          "/pruning/densities",
          densities,
          "These are %d densities for %d rounds.".formatted(densities.size(), pruning.rounds()),
          "one density for each of the rounds 1 to " + pruning.rounds());
    }
    for (int i = 1; i < densities.size(); i++) {
      if (densities.get(i).compareTo(densities.get(i - 1)) >= 0) {
        error(
            "/pruning/densities/" + i,
            densities.get(i),
            "A pruned weight never comes back, so each density is below the one before.",
            "a number less than " + densities.get(i - 1).toPlainString());
      }
    }
  }

  private void checkRewind() {
    long to = iterations(rewind.to());
    if (to > 0 && to >= budget) {
      error(
          "/rewind/to",
          rewind.to().toString(),
          "The rewind point is iteration %d, a training ends after %d.".formatted(to, budget),
          "a step before the end of the training, or a longer budget");
    }
    if (rewind.mode() == RewindMode.FINE_TUNE && !constantRate) {
      error(
          "/rewind/mode",
          "fine-tune",
          "Training on at a schedule's last learning rate is not built yet.",
          "another mode, or a constant learning rate without warm-up");
    }
    if (to > 0 && rewind.mode() == RewindMode.CONTINUE) {
      error(
          "/rewind/to",
          rewind.to().toString(),
          "Continued training does not rewind, so it has no rewind point.",
          "\"" + Step.START + "\", or another mode");
    }
  }

  private void checkPruneAt() {
    pruning
        .pruneAt()
        .step()
        .ifPresent(
            step -> {
              long at = iterations(step);
              long from = iterations(rewind.to());
              if (at > budget || at < from) {
                error(
                    "/pruning/pruneAt",
                    step.toString(),
                    "Rounds train from iteration %d to %d, this is iteration %d."
                        .formatted(from, budget, at),
                    "\"end\", or a step from the rewind point to the end of the training");
              }
            });
  }

  private void checkActions() {
    MaskActions actions = pruning.maskActions();
    if (actions.kept() != MaskActions.Kept.REWIND && rewind.mode() != RewindMode.WEIGHTS) {
      error(
          "/pruning/maskActions/kept",
          "%s".formatted(actions.kept()).toLowerCase(Locale.ROOT).replace('_', '-'),
          "Survivors that keep their trained weights cannot be given other ones.",
          "\"rewind\", or the rewind mode \"weights\"");
    }
    if (actions.pruned() != MaskActions.Pruned.ZERO && path == PathChoice.SPARSE) {
      error(
          "/pruning/maskActions/pruned",
          "freeze-at-init",
          "The sparse path leaves pruned weights out, whatever their value.",
          "\"zero\", or another path");
    }
  }
}
