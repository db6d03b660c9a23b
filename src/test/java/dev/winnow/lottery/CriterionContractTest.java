package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.criterion.CriteriaForTests;
import dev.winnow.random.RandomStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every criterion in the catalog. */
class CriterionContractTest {
  private static final ParameterLayout LAYOUT = Networks.layout(40, 20);
  private static final Weights INITIAL = Networks.random(LAYOUT, 1);
  private static final Weights TRAINED = Networks.random(LAYOUT, 2);
  private static final Mask MASK =
      Mask.dense(LAYOUT)
          .keepHighest(ScoringContext.prunable(Networks.random(LAYOUT, 3)), List.of(30, 15));

  static Stream<Criterion> criteria() {
    return CriteriaForTests.all().entries().stream();
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void it_describes_itself(Criterion criterion) {
    assertThat(criterion.name()).matches("[a-z0-9-]+");
    assertThat(criterion.summary()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void every_surviving_weight_has_a_score_that_ranks(Criterion criterion) {
    float[] scores = score(criterion, TRAINED);
    assertThat(scores).hasSize(LAYOUT.prunableSize());
    assertThat(MASK.keepHighest(scores, List.of(10, 5)).keptPerTensor()).containsExactly(10, 5);
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void it_is_a_function_of_the_evidence(Criterion criterion) {
    assertThat(score(criterion, TRAINED)).containsExactly(score(criterion, TRAINED));
  }

  private static float[] score(Criterion criterion, Weights trained) {
    Choice defaults =
        new Choice(
            criterion.name(),
            criterion.parameters().stream()
                .collect(Collectors.toMap(Parameter::name, p -> p.fallback().orElseThrow())));
    return criterion.score(
        new ScoringContext(
            MASK,
            INITIAL,
            MASK.apply(trained),
            RandomStream.of(1, "test"),
            LayerBudget.each(List.of(10, 5)),
            (ticket, objective) -> FormulaTrainer.slopes(ticket)),
        defaults);
  }
}
