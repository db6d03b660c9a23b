package dev.winnow.experiment;

import dev.winnow.architecture.Layout;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Findings;
import dev.winnow.catalog.Misfit;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.Subset;
import dev.winnow.training.Schedules;
import dev.winnow.training.Step;
import dev.winnow.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the parts of a definition, each right by itself, fit together. */
@Component
final class Consistency {
  private static final int LONGEST_TRAINING = 10_000_000;
  private static final int MOST_VALUES = 50_000_000;

  private final Datasets datasets;
  private final Schedules schedules;
  private final Blueprints blueprints;

  Consistency(Datasets datasets, Schedules schedules, Blueprints blueprints) {
    this.datasets = datasets;
    this.schedules = schedules;
    this.blueprints = blueprints;
  }

  List<DefinitionError> errors(ExperimentDefinition definition) {
    List<DefinitionError> errors = new ArrayList<>();
    Dataset dataset = datasets.get(definition.dataset().name());
    if (!holds(errors, definition, dataset)) {
      return errors;
    }
    if (dataset.classes() == 1 && definition.dataset().labelNoise().signum() > 0) {
      errors.add(
          new DefinitionError(
              "/dataset/labelNoise",
              definition.dataset().labelNoise(),
              "The data set has no other class that a label could be.",
              "0"));
    }
    int all = definition.dataset().trainingExamples(dataset);
    int examples = all - definition.dataset().validation();
    if (examples < 1) {
      errors.add(
          new DefinitionError(
              "/dataset/validation",
              definition.dataset().validation(),
              "No training examples are left.",
              "a whole number from 1 to " + (all - 1)));
      return errors;
    }
    if (definition.training().batchSize() > examples) {
      errors.add(
          new DefinitionError(
              "/training/batchSize",
              definition.training().batchSize(),
              "A batch is larger than the training data.",
              "a whole number from 1 to " + examples));
      return errors;
    }
    int perEpoch = examples / definition.training().batchSize();
    if (!fits(errors, definition)) {
      return errors;
    }
    checkStep(errors, "/training/budget", definition.training().budget(), perEpoch);
    checkStep(errors, "/training/evaluateEvery", definition.training().evaluateEvery(), perEpoch);
    checkSchedule(errors, definition.training(), perEpoch);
    errors.addAll(findings(definition).errors().stream().map(DefinitionError::new).toList());
    errors.addAll(new ArmConsistency(definition, blueprints).errors());
    if (errors.isEmpty()) {
      errors.addAll(new ArmConsistency(definition, blueprints).errorsInPlan());
    }
    return errors;
  }

  /** What the method says. */
  private Findings findings(ExperimentDefinition definition) {
    Findings findings = new Findings();
    blueprints.method(definition).check(blueprints.plan(definition), findings);
    return findings;
  }

  /** Whether the data set may have as many examples as the subset takes. */
  private static boolean holds(
      List<DefinitionError> errors, ExperimentDefinition definition, Dataset dataset) {
    int most = dataset.trainingExamples() / dataset.classes();
    int taken = definition.dataset().subset().map(Subset::perClass).orElse(0);
    if (taken > most) {
      errors.add(
          new DefinitionError(
              "/dataset/subset/perClass",
              taken,
              "The data set has about " + most + " training examples of each class.",
              "a whole number from 1 to " + most));
    }
    return taken <= most;
  }

  /** Whether the architecture has a network for these images. */
  private boolean fits(List<DefinitionError> errors, ExperimentDefinition definition) {
    String name = definition.architecture().name();
    try {
      int values = Layout.of(blueprints.layers(definition)).size();
      if (values <= MOST_VALUES) {
        return true;
      }
      errors.add(tooLarge(name, "has " + values + " values"));
    } catch (ArithmeticException e) {
      errors.add(tooLarge(name, "has more values than can be counted"));
    } catch (Misfit e) {
      JsonNode value = JsonMapper.shared().valueToTree(definition.architecture());
      errors.add(
          new DefinitionError(
              "/architecture" + e.place(), value.at(e.place()), e.reason(), e.remedy()));
    }
    return false;
  }

  private static DefinitionError tooLarge(String name, String what) {
    return new DefinitionError(
        "/architecture",
        name,
        "The network " + what + ".",
        "a network of at most " + MOST_VALUES + " values");
  }

  private static void checkStep(
      List<DefinitionError> errors, String pointer, Step step, int perEpoch) {
    long iterations = iterations(step, perEpoch);
    if (iterations < 1 || iterations > LONGEST_TRAINING) {
      errors.add(
          new DefinitionError(
              pointer,
              step.toString(),
              "This is " + iterations + " iterations.",
              "1 to " + LONGEST_TRAINING + " iterations, written as " + Step.FORMS));
    }
  }

  private void checkSchedule(List<DefinitionError> errors, TrainingPlan training, int perEpoch) {
    long budget = iterations(training.budget(), perEpoch);
    if (iterations(training.warmup(), perEpoch) > budget) {
      errors.add(
          new DefinitionError(
              "/training/warmup",
              training.warmup().toString(),
              "The training ends before its warm-up does.",
              "a step of at most " + budget + "it"));
    }
    Choice schedule = training.schedule();
    schedules
        .get(schedule.name())
        .misfit(schedule, budget, perEpoch)
        .ifPresent(
            misfit ->
                errors.add(
                    new DefinitionError(
                        "/training/schedule" + misfit.place(),
                        JsonMapper.shared().<JsonNode>valueToTree(schedule).at(misfit.place()),
                        misfit.reason(),
                        misfit.remedy())));
  }

  private static long iterations(Step step, int perEpoch) {
    return (long) step.epochs() * perEpoch + step.iterations();
  }

  List<DefinitionWarning> warnings(ExperimentDefinition definition) {
    List<DefinitionWarning> warnings = new ArrayList<>();
    if (definition.trials().count() == 1) {
      warnings.add(
          new DefinitionWarning("/trials/count", "One trial gives curves without error bars."));
    }
    TrainingPlan training = definition.training();
    Blueprint blueprint = blueprints.of(definition);
    if (training.evaluateEvery().in(blueprint.iterationsPerEpoch())
        > training.budget().in(blueprint.iterationsPerEpoch())) {
      warnings.add(
          new DefinitionWarning(
              "/training/evaluateEvery",
              "The budget ends before the first evaluation: early stop and end are the same."));
    }
    findings(definition)
        .warnings()
        .forEach(
            warning ->
                warnings.add(
                    new DefinitionWarning(warning.pointer().toString(), warning.detail())));
    warnAboutThinLayers(warnings, definition, blueprint);
    return warnings;
  }

  private static void warnAboutThinLayers(
      List<DefinitionWarning> warnings, ExperimentDefinition definition, Blueprint blueprint) {
    int round = definition.pruning().rounds();
    for (LayerCount layer : RoundCount.of(blueprint, round).layers()) {
      int units = units(blueprint.layout(), layer.name());
      if (layer.kept() < units) {
        warnings.add(
            new DefinitionWarning(
                "/pruning/rounds",
                "After round %d %s keeps %d weights for %d units: less than one each."
                    .formatted(round, layer.name(), layer.kept(), units)));
      }
    }
  }

  private static int units(Layout layout, String tensor) {
    return layout.prunable().stream()
        .filter(place -> place.tensor().name().equals(tensor))
        .mapToInt(place -> place.tensor().shape().get(0))
        .findFirst()
        .orElseThrow();
  }
}
