package dev.winnow.training;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Parameter;
import dev.winnow.catalog.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a definition says of each training. */
@Component
final class TrainingFields implements Section {
  private static final String CONSTANT = "constant";

  private final Optimizers optimizers;
  private final Schedules schedules;

  TrainingFields(Optimizers optimizers, Schedules schedules) {
    this.optimizers = optimizers;
    this.schedules = schedules;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field.Group(
            Label.of("training", "How each network is trained"),
            false,
            FingerprintRule.always(),
            List.of(
                new Field.PlugIn(
                    Label.of("optimizer", "How a gradient becomes a step"),
                    optimizers,
                    Optional.empty(),
                    FingerprintRule.always(),
                    List.of()),
                step("budget", "Of each training", Default.required()).field(),
                Parameter.integer("batchSize", "Examples per iteration", 60, 1, 1_000_000).field(),
                step("evaluateEvery", "On the validation examples", Default.of(Step.parse("100it")))
                    .field(),
                Parameter.option(
                        "testEvaluation",
                        "When test examples are used",
                        TestEvaluation.BEST_AND_LAST)
                    .field(),
                Parameter.option(
                        "path",
                        "How rounds are computed; by default as suits each",
                        ComputePath.AUTO)
                    .young()
                    .field(),
                new Field.PlugIn(
                    new Label(
                        "schedule", "Learning-rate schedule", "How the learning rate changes"),
                    schedules,
                    Optional.of(CONSTANT),
                    FingerprintRule.since(Default.of(Map.of("name", CONSTANT))),
                    List.of()),
                step("warmup", "While the learning rate rises", Default.of(Step.START))
                    .titled("Warm-up")
                    .young()
                    .field())));
  }

  private static Parameter step(String name, String help, Default standard) {
    return new Parameter(
        Label.of(name, help),
        new Domain.Written(Step.FORMS, Step::parse),
        standard,
        FingerprintRule.always());
  }
}
