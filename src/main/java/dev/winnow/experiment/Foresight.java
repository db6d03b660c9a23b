package dev.winnow.experiment;

import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.lottery.Scope;
import dev.winnow.lottery.Strategy;
import dev.winnow.training.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a criterion that looks ahead is given what it asks for. */
final class Foresight {
  private final PruningPlan pruning;
  private final RewindPoint rewind;
  private final List<ArmChoice> arms;
  private final Criterion criterion;

  Foresight(ExperimentDefinition definition, Criterion criterion) {
    this.pruning = definition.pruning();
    this.rewind = definition.rewind();
    this.arms = definition.arms();
    this.criterion = criterion;
  }

  /**
   * @param examples trained on
   * @param perEpoch iterations of an epoch
   */
  List<DefinitionError> errors(int examples, int perEpoch) {
    List<DefinitionError> errors = new ArrayList<>();
    if (criterion.looksAhead()) {
      checkStart(errors, perEpoch);
      checkArms(errors);
    }
    if (criterion.examples(pruning.criterion()) > examples) {
      errors.add(
          new DefinitionError(
              "/pruning/criterion/examples",
              criterion.examples(pruning.criterion()),
              "There are only " + examples + " examples to train on.",
              "a whole number from 1 to " + examples));
    }
    return errors;
  }

  private void checkStart(List<DefinitionError> errors, int perEpoch) {
    String ranks =
        "\"%s\" ranks weights as a training begins with them".formatted(criterion.name());
    if (rewind.mode() != RewindMode.WEIGHTS) {
      errors.add(
          new DefinitionError(
              "/rewind/mode",
              rewind.mode().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              ranks + ", in this mode a round begins with others than those that were ranked.",
              "\"weights\", or a criterion that ranks trained weights"));
      return;
    }
    long to = iterations(rewind.to(), perEpoch);
    boolean same =
        pruning.pruneAt().step().filter(step -> iterations(step, perEpoch) == to).isPresent();
    if (!same && to > 0) {
      errors.add(
          new DefinitionError(
              "/rewind/to",
              rewind.to().toString(),
              "%s, these are the weights at \"%s\" and not those returned to."
                  .formatted(ranks, pruning.pruneAt()),
              "\"%s\", or \"pruneAt\" at the same step".formatted(Step.START)));
    } else if (!same) {
      errors.add(
          new DefinitionError(
              "/pruning/pruneAt",
              pruning.pruneAt().toString(),
              ranks + ", not after it.",
              "\"%s\", or the step of \"rewind\"".formatted(Step.START)));
    }
  }

  /** Controls' masks are made again where there are no gradients. */
  private void checkArms(List<DefinitionError> errors) {
    for (int i = 0; i < arms.size(); i++) {
      if (arms.get(i).name().equals("one-shot")) {
        errors.add(
            new DefinitionError(
                "/arms/" + i + "/name",
                "one-shot",
                "The criterion \"" + criterion.name() + "\" ranks weights for tickets only.",
                "another arm, or the strategy \"one-shot\" in an experiment of its own"));
      }
    }
  }

  private static long iterations(Step step, int perEpoch) {
    return (long) step.epochs() * perEpoch + step.iterations();
  }

  List<DefinitionWarning> warnings() {
    List<DefinitionWarning> warnings = new ArrayList<>();
    if (criterion.looksAhead() && pruning.scope() == Scope.LAYERWISE) {
      warnings.add(
          new DefinitionWarning(
              "/pruning/scope",
              "\"%s\" was made to rank all layers together, and to choose their densities so:"
                      .formatted(criterion.name())
                  + " scope \"global\"."));
    }
    if (criterion.looksAhead() && pruning.strategy() == Strategy.ITERATIVE) {
      warnings.add(
          new DefinitionWarning(
              "/pruning/strategy",
              "\"%s\" looks at no training, so rounds between only measure: strategy \"one-shot\""
                      .formatted(criterion.name())
                  + " with a list of densities reaches them at once."));
    }
    return warnings;
  }
}
