package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.arm.ArmsForTests;
import dev.winnow.lottery.criterion.CriteriaForTests;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IterativePruningTest {
  private static final Layout LAYOUT = Networks.layout(200, 40);
  private static final ArmChoice REINIT =
      new ArmChoice(
          "random-reinit", "random-reinit", RoundSet.parse("1-6"), Map.of("perTicket", 2));
  private static final ArmChoice RANDOM_MASK =
      new ArmChoice("random-mask", "random-mask", RoundSet.parse("2,4"), Map.of());

  private final MemoryJournal journal = new MemoryJournal();
  private final FormulaTrainer trainer = new FormulaTrainer();

  @Test
  void every_round_trains_the_ticket_first_and_then_its_controls() {
    Standing standing =
        method(Strategy.ITERATIVE, 2, REINIT, RANDOM_MASK).advance(journal, trainer);
    assertThat(standing).isEqualTo(Standing.FINISHED);
    assertThat(journal.order)
        .containsExactly(
            RunKey.ticket(0),
            RunKey.ticket(1),
            new RunKey(1, "random-reinit", 1),
            new RunKey(1, "random-reinit", 2),
            RunKey.ticket(2),
            new RunKey(2, "random-reinit", 1),
            new RunKey(2, "random-reinit", 2),
            new RunKey(2, "random-mask", 1));
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void every_round_has_the_counts_of_the_ladder(Strategy strategy) {
    method(strategy, 6).advance(journal, trainer);
    List<List<Integer>> ladder = plan(strategy, 6).ladder(LAYOUT);
    for (int round = 0; round <= 6; round++) {
      assertThat(mask(round).keptPerTensor()).isEqualTo(ladder.get(round));
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void masks_are_nested(Strategy strategy) {
    method(strategy, 6).advance(journal, trainer);
    for (int round = 1; round <= 6; round++) {
      assertThat(IntStream.of(mask(round).survivors())).allMatch(mask(round - 1)::keeps);
    }
  }

  @Test
  void survivors_and_biases_are_rewound_to_their_initial_values() {
    method(Strategy.ITERATIVE, 4).advance(journal, trainer);
    Weights initial = journal.ticket(0).start();
    for (int round = 1; round <= 4; round++) {
      assertThat(journal.ticket(round).start()).isEqualTo(mask(round).apply(initial));
    }
  }

  @Test
  void iterative_pruning_ranks_what_the_last_round_learned_and_one_shot_what_the_first_did() {
    method(Strategy.ITERATIVE, 3).advance(journal, trainer);
    assertThat(mask(3)).isEqualTo(largest(mask(2), 2));
    MemoryJournal oneShot = new MemoryJournal();
    method(Strategy.ONE_SHOT, 3).advance(oneShot, trainer);
    Trained dense = oneShot.trained(0);
    Mask direct =
        Mask.dense(LAYOUT)
            .keepHighest(
                magnitudes(dense.finalWeights()), plan(Strategy.ONE_SHOT, 3).ladder(LAYOUT).get(3));
    assertThat(oneShot.masks.get(3)).isEqualTo(direct).isNotEqualTo(mask(3));
  }

  private Mask largest(Mask before, int round) {
    Trained trained = journal.trained(round);
    return before.keepHighest(
        magnitudes(trained.finalWeights()),
        plan(Strategy.ITERATIVE, 3).ladder(LAYOUT).get(round + 1));
  }

  private static float[] magnitudes(Weights weights) {
    float[] values = Evidence.prunable(weights);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void work_in_slices_equals_work_in_one_go(Strategy strategy) {
    method(strategy, 6, REINIT, RANDOM_MASK).advance(journal, trainer);
    MemoryJournal sliced = new MemoryJournal();
    Standing standing;
    do {
      sliced.runsLeft = 3;
      standing = method(strategy, 6, REINIT, RANDOM_MASK).advance(sliced, trainer);
    } while (standing == Standing.UNFINISHED);
    assertThat(standing).isEqualTo(Standing.FINISHED);
    assertThat(sliced.order).isEqualTo(journal.order);
    assertThat(sliced.tickets).isEqualTo(journal.tickets);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void more_rounds_and_arms_change_no_earlier_result(Strategy strategy) {
    method(strategy, 3).advance(journal, trainer);
    MemoryJournal larger = new MemoryJournal();
    method(strategy, 6, REINIT, RANDOM_MASK).advance(larger, trainer);
    assertThat(larger.tickets).containsAllEntriesOf(journal.tickets);
    assertThat(larger.tickets).hasSizeGreaterThan(journal.tickets.size());
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void an_experiment_that_grows_goes_on_where_it_ended(Strategy strategy) {
    method(strategy, 3).advance(journal, trainer);
    method(strategy, 6).advance(journal, trainer);
    MemoryJournal atOnce = new MemoryJournal();
    method(strategy, 6).advance(atOnce, trainer);
    assertThat(journal.tickets).isEqualTo(atOnce.tickets);
  }

  @Test
  void a_ticket_that_diverges_ends_the_trial_and_leaves_no_mask() {
    trainer.divergesAt = mask(1, Strategy.ITERATIVE).density();
    Standing standing = method(Strategy.ITERATIVE, 3).advance(journal, trainer);
    assertThat(standing).isEqualTo(Standing.DIVERGED);
    assertThat(journal.order).containsExactly(RunKey.ticket(0), RunKey.ticket(1));
    assertThat(journal.masks).containsOnlyKeys(1);
  }

  private static Mask mask(int round, Strategy strategy) {
    MemoryJournal scratch = new MemoryJournal();
    method(strategy, round).advance(scratch, new FormulaTrainer());
    return scratch.ticket(round).mask();
  }

  private Mask mask(int round) {
    return journal.ticket(round).mask();
  }

  private static PruningPlan plan(Strategy strategy, int rounds) {
    return new PruningPlan(
        strategy,
        Choice.of("magnitude"),
        Scope.LAYERWISE,
        new RemovalRates(new BigDecimal("0.2"), new BigDecimal("0.2"), new BigDecimal("0.1")),
        rounds);
  }

  private static IterativePruning method(Strategy strategy, int rounds, ArmChoice... arms) {
    Tickets tickets =
        new Tickets(LAYOUT, Networks.gaussian(), Choice.of("gaussian"), ArmsForTests.all(), 42);
    return new IterativePruning(
        plan(strategy, rounds),
        CriteriaForTests.all().get("magnitude"),
        tickets,
        List.of(arms),
        Timetable.ORIGINAL);
  }
}
