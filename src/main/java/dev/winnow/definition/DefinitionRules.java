package dev.winnow.definition;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Findings;
import dev.winnow.catalog.InvalidValue;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.Subset;
import dev.winnow.training.Schedules;
import dev.winnow.training.Step;
import dev.winnow.training.TrainingPlan;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the parts of a definition, each right by itself, fit together. */
@Component
final class DefinitionRules {
  private static final int LONGEST_TRAINING = 10_000_000;
  private static final int MOST_VALUES = 50_000_000;
  private static final JsonPointer ARCHITECTURE = JsonPointer.compile("/architecture");
  private static final JsonPointer LABEL_NOISE = JsonPointer.compile("/dataset/labelNoise");
  private static final JsonPointer VALIDATION = JsonPointer.compile("/dataset/validation");
  private static final JsonPointer BATCH_SIZE = JsonPointer.compile("/training/batchSize");
  private static final JsonPointer TRIALS = JsonPointer.compile("/trials/count");
  private static final JsonPointer PER_CLASS = JsonPointer.compile("/dataset/subset/perClass");
  private static final JsonPointer WARMUP = JsonPointer.compile("/training/warmup");
  private static final JsonPointer ROUNDS = JsonPointer.compile("/pruning/rounds");
  private static final JsonPointer BUDGET = JsonPointer.compile("/training/budget");
  private static final JsonPointer EVALUATE_EVERY = JsonPointer.compile("/training/evaluateEvery");
  private static final JsonPointer SCHEDULE = JsonPointer.compile("/training/schedule");

  private final Datasets datasets;
  private final Schedules schedules;
  private final Blueprints blueprints;

  DefinitionRules(Datasets datasets, Schedules schedules, Blueprints blueprints) {
    this.datasets = datasets;
    this.schedules = schedules;
    this.blueprints = blueprints;
  }

  /** Adds what does not fit, and what fits and may not be meant. */
  void check(ExperimentDefinition definition, Findings findings) {
    Dataset dataset = datasets.get(definition.dataset().name());
    if (!holds(definition, dataset, findings)) {
      return;
    }
    if (dataset.classes() == 1 && definition.dataset().labelNoise().signum() > 0) {
      findings.error(
          LABEL_NOISE,
          definition.dataset().labelNoise(),
          "The data set has no other class that a label could be.",
          "0");
    }
    int all = definition.dataset().trainingExamples(dataset);
    int examples = all - definition.dataset().validation();
    if (examples < 1) {
      findings.error(
          VALIDATION,
          definition.dataset().validation(),
          "No training examples are left.",
          "a whole number from 1 to " + (all - 1));
      return;
    }
    if (definition.training().batchSize() > examples) {
      findings.error(
          BATCH_SIZE,
          definition.training().batchSize(),
          "A batch is larger than the training data.",
          "a whole number from 1 to " + examples);
      return;
    }
    if (fits(definition, findings)) {
      checkRuns(definition, examples / definition.training().batchSize(), findings);
    }
  }

  /** What concerns the runs of a network and data that are right. */
  private void checkRuns(ExperimentDefinition definition, int perEpoch, Findings findings) {
    if (definition.trials().count() == 1) {
      findings.warning(TRIALS, "One trial gives curves without error bars.");
    }
    checkTraining(definition.training(), perEpoch, findings);
    blueprints.method(definition).check(blueprints.plan(definition), findings);
    ArmRules arms = new ArmRules(definition, blueprints, findings);
    arms.check();
    if (!findings.hasErrors()) {
      Blueprint blueprint = blueprints.of(definition);
      arms.checkIn(blueprint);
      warnAboutThinLayers(definition, blueprint, findings);
    }
  }

  /** Whether the data set may have as many examples as the subset takes. */
  private static boolean holds(
      ExperimentDefinition definition, Dataset dataset, Findings findings) {
    int most = dataset.trainingExamples() / dataset.classes();
    int taken = definition.dataset().subset().map(Subset::perClass).orElse(0);
    if (taken > most) {
      findings.error(
          PER_CLASS,
          taken,
          "The data set has about " + most + " training examples of each class.",
          "a whole number from 1 to " + most);
    }
    return taken <= most;
  }

  /** Whether the architecture has a network for these images. */
  private boolean fits(ExperimentDefinition definition, Findings findings) {
    try {
      int values = ParameterLayout.of(blueprints.layers(definition)).size();
      if (values <= MOST_VALUES) {
        return true;
      }
      refuseLarge(definition, "has " + values + " values", findings);
    } catch (ArithmeticException e) {
      refuseLarge(definition, "has more values than can be counted", findings);
    } catch (InvalidValue e) {
      refuse(ARCHITECTURE, definition.architecture(), e, findings);
    }
    return false;
  }

  private static void refuseLarge(ExperimentDefinition definition, String what, Findings findings) {
    findings.error(
        ARCHITECTURE,
        definition.architecture().name(),
        "The network " + what + ".",
        "a network of at most " + MOST_VALUES + " values");
  }

  /**
   * @param value in which the invalid one is
   */
  private static void refuse(
      JsonPointer pointer, Object value, InvalidValue invalidSetting, Findings findings) {
    JsonNode json = JsonMapper.shared().valueToTree(value);
    findings.error(
        pointer.append(invalidSetting.place()),
        json.at(invalidSetting.place()),
        invalidSetting.reason(),
        invalidSetting.remedy());
  }

  private void checkTraining(TrainingPlan training, int perEpoch, Findings findings) {
    long budget = iterations(training.budget(), perEpoch);
    long every = iterations(training.evaluateEvery(), perEpoch);
    checkStep(BUDGET, training.budget(), budget, findings);
    checkStep(EVALUATE_EVERY, training.evaluateEvery(), every, findings);
    if (every > budget) {
      findings.warning(
          EVALUATE_EVERY,
          "The budget ends before the first evaluation: early stop and end are the same.");
    }
    if (iterations(training.warmup(), perEpoch) > budget) {
      findings.error(
          WARMUP,
          training.warmup().toString(),
          "The training ends before its warm-up does.",
          "a step of at most " + budget + "it");
    }
    Choice schedule = training.schedule();
    schedules
        .get(schedule.name())
        .invalidSetting(schedule, budget, perEpoch)
        .ifPresent(invalidSetting -> refuse(SCHEDULE, schedule, invalidSetting, findings));
  }

  private static void checkStep(
      JsonPointer pointer, Step step, long iterations, Findings findings) {
    if (iterations < 1 || iterations > LONGEST_TRAINING) {
      findings.error(
          pointer,
          step.toString(),
          "This is " + iterations + " iterations.",
          "1 to " + LONGEST_TRAINING + " iterations, written as " + Step.FORMS);
    }
  }

  private static long iterations(Step step, int perEpoch) {
    return (long) step.epochs() * perEpoch + step.iterations();
  }

  private static void warnAboutThinLayers(
      ExperimentDefinition definition, Blueprint blueprint, Findings findings) {
    int round = definition.pruning().rounds();
    for (LayerCount layer : RoundDensity.of(blueprint, round).layers()) {
      int units = units(blueprint.layout(), layer.name());
      if (layer.kept() < units) {
        findings.warning(
            ROUNDS,
            "After round %d %s keeps %d weights for %d units: less than one each."
                .formatted(round, layer.name(), layer.kept(), units));
      }
    }
  }

  private static int units(ParameterLayout layout, String tensor) {
    return layout.prunable().stream()
        .filter(place -> place.tensor().name().equals(tensor))
        .mapToInt(place -> place.tensor().shape().get(0))
        .findFirst()
        .orElseThrow();
  }
}
