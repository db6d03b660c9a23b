package dev.winnow.experiment;

import dev.winnow.architecture.Architectures;
import dev.winnow.architecture.Initialisations;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import dev.winnow.dataset.Datasets;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.Arms;
import dev.winnow.lottery.Criteria;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Methods;
import dev.winnow.lottery.PruneAt;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.RoundSet;
import dev.winnow.training.Optimizers;
import dev.winnow.training.Schedules;
import dev.winnow.training.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a definition: what each takes and what stands when it is left out. */
@Component
final class DefinitionForm {
  /** The largest whole number that JavaScript reads without loss. */
  private static final long LARGEST_SEED = (1L << 53) - 1 - 1000;

  private static final String ARM_ID_FORM =
      "1 to 40 lower-case letters, digits and hyphens, and not \"ticket\"";

  private final Datasets datasets;
  private final Architectures architectures;
  private final Initialisations initialisations;
  private final Optimizers optimizers;
  private final Schedules schedules;
  private final Methods methods;
  private final Criteria criteria;
  private final Arms arms;

  DefinitionForm(
      Datasets datasets,
      Architectures architectures,
      Initialisations initialisations,
      Optimizers optimizers,
      Schedules schedules,
      Methods methods,
      Criteria criteria,
      Arms arms) {
    this.datasets = datasets;
    this.architectures = architectures;
    this.initialisations = initialisations;
    this.optimizers = optimizers;
    this.schedules = schedules;
    this.methods = methods;
    this.criteria = criteria;
    this.arms = arms;
  }

  /** The definition with every default written out; errors are added to the list. */
  ObjectNode expand(JsonNode posted, List<DefinitionError> errors) {
    return Expansion.expand(
        posted,
        "",
        errors,
        definition -> {
          definition.field(required("name", new Domain.Text(1, 200)));
          definition.field(optional("notes", new Domain.Text(0, 10_000), ""));
          definition.texts("tags", 20, new Domain.Text(1, 50));
          definition.field(Parameter.option("pool", "", "any", "any", "cpu", "gpu"));
          definition.field(Parameter.integer("priority", "", 50, 0, 100));
          definition.object("dataset", this::dataset);
          definition.object("architecture", this::architecture);
          definition.object("training", this::training);
          definition.object(
              "method", method -> method.plugIn(methods, Optional.of(Methods.DEFAULT)));
          definition.object("pruning", this::pruning);
          definition.object("rewind", DefinitionForm::rewind);
          String allRounds = allRounds(definition);
          definition.array("arms", arm -> arm(arm, allRounds));
          definition.object("trials", DefinitionForm::trials);
        });
  }

  private void dataset(Expansion dataset) {
    dataset.plugIn(datasets, Optional.empty());
    dataset.field(Parameter.integer("validation", "", 5000, 1, 10_000_000));
    dataset.field(Parameter.option("normalisation", "", "mean-std", "mean-std", "none"));
    dataset.field(
        Parameter.option("augmentation", "", "none", "none", "flip", "crop", "flip-crop"));
    if (dataset.has("subset")) {
      dataset.object(
          "subset",
          subset -> {
            subset.field(required("perClass", new Domain.Integers(1, 1_000_000)));
            subset.field(seed());
          });
    }
  }

  private void architecture(Expansion architecture) {
    architecture.plugIn(architectures, Optional.empty());
    architecture.object(
        "initialisation", chosen -> chosen.plugIn(initialisations, Optional.of("glorot-normal")));
  }

  private void training(Expansion training) {
    training.object("optimizer", optimizer -> optimizer.plugIn(optimizers, Optional.empty()));
    training.field(Parameter.integer("batchSize", "", 60, 1, 1_000_000));
    training.field(step("budget", Optional.empty()));
    training.field(step("evaluateEvery", Optional.of(Step.parse("100it"))));
    training.field(
        Parameter.option("testEvaluation", "", "best-and-last", "best-and-last", "always"));
    training.field(Parameter.option("path", "", "auto", "auto", "dense", "sparse", "dl4j"));
    training.object("schedule", schedule -> schedule.plugIn(schedules, Optional.of("constant")));
    training.field(step("warmup", Optional.of(Step.START)));
  }

  private void pruning(Expansion pruning) {
    pruning.field(Parameter.option("strategy", "", "iterative", "iterative", "one-shot"));
    pruning.object("criterion", chosen -> chosen.plugIn(criteria, Optional.of("magnitude")));
    boolean ahead =
        pruning
            .expanded("criterion")
            .flatMap(chosen -> criteria.find(chosen.path("name").asString("")))
            .filter(Criterion::looksAhead)
            .isPresent();
    pruning.field(Parameter.option("scope", "", "layerwise", "layerwise", "global"));
    boolean global =
        pruning.expanded("scope").filter(scope -> scope.asString().equals("global")).isPresent();
    pruning.object("removedPerRound", rates -> removedPerRound(rates, global));
    int densities = pruning.list("densities", PruningPlan.MOST_ROUNDS, Decimals.above("0", "1"));
    pruning.list("excludedLayers", 1000, new Domain.Text(1, 100));
    pruning.field(
        optional(
            "pruneAt",
            new Domain.Written(PruneAt.FORMS, PruneAt::parse),
            ahead ? PruneAt.START : PruneAt.END));
    pruning.object("maskActions", DefinitionForm::maskActions);
    pruning.field(
        new Parameter(
            "rounds",
            "",
            new Domain.Integers(1, PruningPlan.MOST_ROUNDS),
            densities == 0 ? Optional.empty() : Optional.of(densities)));
  }

  private static void maskActions(Expansion actions) {
    actions.field(Parameter.option("pruned", "", "zero", "zero", "freeze-at-init"));
    actions.field(Parameter.option("kept", "", "rewind", "rewind", "sign", "signed-constant"));
  }

  private static void rewind(Expansion rewind) {
    rewind.field(step("to", Optional.of(Step.START)));
    rewind.field(
        Parameter.option(
            "mode", "", "weights", "weights", "learning-rate", "fine-tune", "continue"));
    rewind.field(Parameter.option("optimizerState", "", "reset", "reset", "kept"));
  }

  /**
   * The output layer's rate is half of the default unless it is given, that of convolutions the
   * default itself (1803.03635, figure 2). Layers that are ranked together have one rate.
   */
  private static void removedPerRound(Expansion rates, boolean global) {
    Decimals share = Decimals.between("0", "1");
    rates.field(Parameter.decimal("default", "", "0.2", share));
    BigDecimal hidden =
        rates.expanded("default").map(JsonNode::decimalValue).orElse(new BigDecimal("0.2"));
    rates.field(new Parameter("convolution", "", share, Optional.of(hidden)));
    BigDecimal half = hidden.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
    rates.field(new Parameter("output", "", share, Optional.of(global ? hidden : half)));
    rates.fields("layers", share);
  }

  private void arm(Expansion arm, String allRounds) {
    String name = arm.plugIn(arms, Optional.empty()).map(Named::name).orElse("");
    arm.field(
        new Parameter(
            "id", "", new Domain.Written(ARM_ID_FORM, DefinitionForm::armId), Optional.of(name)));
    arm.field(optional("rounds", new Domain.Written(RoundSet.FORMS, RoundSet::parse), allRounds));
  }

  private static String armId(String text) {
    if (!text.matches("[a-z0-9][a-z0-9-]{0,39}") || text.equals(Arm.TICKET)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String allRounds(Expansion definition) {
    int rounds =
        definition.expanded("pruning").map(pruning -> pruning.path("rounds").asInt(1)).orElse(1);
    return RoundSet.between(1, rounds).toString();
  }

  private static void trials(Expansion trials) {
    trials.field(Parameter.integer("count", "", 1, 1, 1000));
    trials.field(seed());
  }

  private static Parameter seed() {
    return new Parameter("seed", "", new Domain.Integers(0, LARGEST_SEED), Optional.<Object>of(1));
  }

  private static Parameter required(String name, Domain domain) {
    return new Parameter(name, "", domain, Optional.empty());
  }

  private static Parameter optional(String name, Domain domain, Object fallback) {
    return new Parameter(name, "", domain, Optional.of(fallback));
  }

  private static Parameter step(String name, Optional<Step> fallback) {
    return new Parameter(
        name, "", new Domain.Written(Step.FORMS, Step::parse), fallback.map(Object.class::cast));
  }
}
