package dev.winnow.lottery;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FieldContext;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Parameter;
import dev.winnow.catalog.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a definition says of how it is pruned. */
@Component
final class PruningFields implements Section {
  private final Criteria criteria;

  PruningFields(Criteria criteria) {
    this.criteria = criteria;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field.Group(
            Label.of("pruning", "How much is pruned, and by what"),
            false,
            FingerprintRule.always(),
            List.of(
                rounds(),
                Parameter.option(
                        "strategy", "How a round's mask is reached", PruningStrategy.ITERATIVE)
                    .field(),
                new Field.PlugIn(
                    Label.of("criterion", "How weights are ranked; the lowest go"),
                    criteria,
                    Optional.of("magnitude"),
                    FingerprintRule.always(),
                    List.of()),
                Parameter.option("scope", "Which weights are ranked together", Scope.LAYERWISE)
                    .field(),
                RemovalFields.field(),
                new Field.Series(
                    Label.of("densities", "Of rounds 1, 2, … in place of rates"),
                    Decimals.above("0", "1"),
                    PruningPlan.MOST_ROUNDS,
                    FingerprintRule.since(Default.of(List.of()))),
                new Field.Series(
                    new Label(
                        "excludedLayers",
                        "Layers that are not pruned",
                        "Names such as fc3, or output and convolution"),
                    new Domain.Text(1, 100),
                    1000,
                    FingerprintRule.since(Default.of(List.of()))),
                pruneAt(),
                maskActions())));
  }

  /** The rounds belong to the identity where each has a density of its own. */
  private static Field rounds() {
    return new Parameter(
            Label.of("rounds", "The last round; round 0 is dense"),
            new Domain.Integers(1, PruningPlan.MOST_ROUNDS),
            Default.derived(
                "the number of densities; without these it must be given",
                siblings ->
                    listed(siblings) == 0 ? Optional.empty() : Optional.of(listed(siblings))),
            FingerprintRule.where(siblings -> listed(siblings) > 0))
        .field();
  }

  private static int listed(FieldContext siblings) {
    return siblings.value("densities").map(list -> ((List<?>) list).size()).orElse(0);
  }

  /** Criteria that look ahead rank the weights that a training begins with. */
  private Field pruneAt() {
    return new Parameter(
            new Label("pruneAt", "Prune by the weights at", "The end, or a step such as 500it"),
            new Domain.Written(PruneAt.FORMS, PruneAt::parse),
            Default.derived(
                "\"end\"; \"0it\" with a criterion that looks ahead",
                siblings -> Optional.of(looksAhead(siblings) ? PruneAt.START : PruneAt.END)),
            FingerprintRule.since(Default.of(PruneAt.END)))
        .field();
  }

  private boolean looksAhead(FieldContext siblings) {
    return siblings
        .value("criterion")
        .map(chosen -> String.valueOf(((Map<?, ?>) chosen).get("name")))
        .flatMap(criteria::find)
        .filter(Criterion::looksAhead)
        .isPresent();
  }

  private static Field maskActions() {
    return new Field.Group(
        Label.of("maskActions", "What becomes of weights when a round begins"),
        false,
        FingerprintRule.since(
            Default.of(
                Map.of(
                    "pruned", Domain.Options.word(MaskActions.ORIGINAL.pruned()),
                    "kept", Domain.Options.word(MaskActions.ORIGINAL.kept())))),
        List.of(
            Parameter.option("pruned", "Their value for good", MaskActions.ORIGINAL.pruned())
                .titled("Pruned weights")
                .field(),
            Parameter.option("kept", "Their value when a round begins", MaskActions.ORIGINAL.kept())
                .titled("Surviving weights")
                .field()));
  }
}
