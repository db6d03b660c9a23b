package dev.winnow.lottery.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.Findings;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.FormulaTrainer;
import dev.winnow.lottery.LayerBudget;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.MemoryJournal;
import dev.winnow.lottery.Method;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruneAt;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RoundSet;
import dev.winnow.lottery.TrialStatus;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;

/** What holds for every method in the catalog. */
class MethodContractTest {
  static Stream<Method> methods() {
    return MethodsForTests.all().entries().stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void it_describes_itself(Method method) {
    assertThat(method.name()).matches("[a-z0-9-]+");
    assertThat(method.summary()).isNotBlank();
    assertThat(method.parameters()).allMatch(setting -> !setting.name().equals("name"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void it_reads_fields_of_pruning_and_rewinding(Method method) {
    assertThat(method.reads())
        .isNotEmpty()
        .allSatisfy(field -> assertThat(field.getMatchingProperty()).isIn("pruning", "rewind"));
    assertThat(method.reads())
        .containsAnyOf(JsonPointer.compile("/pruning"), JsonPointer.compile("/pruning/rounds"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void its_tickets_keep_what_it_says(Method method) {
    Plan plan = plan(method);
    assertThat(errors(method, plan)).isEmpty();
    MemoryJournal journal = new MemoryJournal();
    assertThat(Plans.advance(plan, journal, new FormulaTrainer())).isEqualTo(TrialStatus.FINISHED);
    List<List<LayerBudget>> budgets = method.budgets(plan);
    assertThat(budgets).hasSize(3);
    for (int round = 0; round < budgets.size(); round++) {
      Mask mask = journal.trained(round).mask();
      assertThat(mask.keptPerTensor())
          .isEqualTo(budgets.get(round).stream().map(LayerBudget::keep).toList());
      if (method.nested() && round > 0) {
        assertThat(IntStream.of(mask.survivors()))
            .allMatch(journal.trained(round - 1).mask()::keeps);
      }
    }
    assertThat(journal.order)
        .containsExactlyElementsOf(
            method.runs(plan, Plans.tickets()).stream().flatMap(List::stream).toList());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void work_in_slices_equals_work_in_one_go(Method method) {
    MemoryJournal whole = new MemoryJournal();
    Plans.advance(plan(method), whole, new FormulaTrainer());
    MemoryJournal sliced = new MemoryJournal();
    do {
      sliced.runsLeft = 1;
    } while (Plans.advance(plan(method), sliced, new FormulaTrainer()) == TrialStatus.UNFINISHED);
    assertThat(sliced.order).isEqualTo(whole.order);
    assertThat(sliced.tickets).isEqualTo(whole.tickets);
    assertThat(sliced.masks).isEqualTo(whole.masks);
  }

  private static List<String> errors(Method method, Plan plan) {
    Findings findings = new Findings();
    method.check(plan, findings);
    return findings.errors().stream().map(DefinitionError::detail).toList();
  }

  /** Two densities, a control in each round; a setting that must be given is a step. */
  private static Plan plan(Method method) {
    Map<String, Object> settings = new HashMap<>();
    for (Parameter setting : method.parameters()) {
      settings.put(setting.name(), setting.fallback().orElse("8it"));
    }
    settings.computeIfPresent("every", (name, value) -> "2it");
    PruningPlan plain = Plans.pruning(PruningStrategy.ITERATIVE, 2);
    PruningPlan pruning =
        new PruningPlan(
            plain.strategy(),
            plain.criterion(),
            plain.scope(),
            plain.removedPerRound(),
            List.of(new BigDecimal("0.5"), new BigDecimal("0.1")),
            List.of(),
            PruneAt.END,
            MaskActions.ORIGINAL,
            2);
    ArmChoice control =
        new ArmChoice("random-mask", "random-mask", RoundSet.parse("1-2"), Map.of());
    return Plans.plan(new Choice(method.name(), settings), pruning, Plans.TO_START, control);
  }
}
