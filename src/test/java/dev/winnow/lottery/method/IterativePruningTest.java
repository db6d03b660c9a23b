package dev.winnow.lottery.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.FormulaTrainer;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.MemoryJournal;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RoundSet;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.TrialStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IterativePruningTest {
  private static final ParameterLayout LAYOUT = Plans.LAYOUT;
  private static final ArmChoice REINIT =
      new ArmChoice(
          "random-reinit", "random-reinit", RoundSet.parse("1-6"), Map.of("perTicket", 2));
  private static final ArmChoice RANDOM_MASK =
      new ArmChoice("random-mask", "random-mask", RoundSet.parse("2,4"), Map.of());

  private final MemoryJournal journal = new MemoryJournal();
  private final FormulaTrainer trainer = new FormulaTrainer();

  @Test
  void every_round_trains_the_ticket_first_and_then_its_controls() {
    TrialStatus status =
        Plans.advance(plan(PruningStrategy.ITERATIVE, 2, REINIT, RANDOM_MASK), journal, trainer);
    assertThat(status).isEqualTo(TrialStatus.FINISHED);
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
  @EnumSource(PruningStrategy.class)
  void every_round_has_the_counts_of_the_ladder(PruningStrategy strategy) {
    Plans.advance(plan(strategy, 6), journal, trainer);
    List<List<Integer>> ladder = Plans.pruning(strategy, 6).schedule(LAYOUT);
    for (int round = 0; round <= 6; round++) {
      assertThat(mask(round).keptPerTensor()).isEqualTo(ladder.get(round));
    }
  }

  @ParameterizedTest
  @EnumSource(PruningStrategy.class)
  void masks_are_nested(PruningStrategy strategy) {
    Plans.advance(plan(strategy, 6), journal, trainer);
    for (int round = 1; round <= 6; round++) {
      assertThat(IntStream.of(mask(round).survivors())).allMatch(mask(round - 1)::keeps);
    }
  }

  @Test
  void survivors_and_biases_are_rewound_to_their_initial_values() {
    Plans.advance(plan(PruningStrategy.ITERATIVE, 4), journal, trainer);
    Weights initial = journal.ticket(0).start();
    for (int round = 1; round <= 4; round++) {
      assertThat(journal.ticket(round).start()).isEqualTo(mask(round).apply(initial));
    }
  }

  @Test
  void iterative_pruning_ranks_what_the_last_round_learned_and_one_shot_what_the_first_did() {
    Plans.advance(plan(PruningStrategy.ITERATIVE, 3), journal, trainer);
    assertThat(mask(3)).isEqualTo(largest(mask(2), 2));
    MemoryJournal oneShot = new MemoryJournal();
    Plans.advance(plan(PruningStrategy.ONE_SHOT, 3), oneShot, trainer);
    Trained dense = oneShot.trained(0);
    Mask direct =
        Mask.dense(LAYOUT)
            .keepHighest(
                magnitudes(dense.finalWeights()),
                Plans.pruning(PruningStrategy.ONE_SHOT, 3).schedule(LAYOUT).get(3));
    assertThat(oneShot.masks.get(3)).isEqualTo(direct).isNotEqualTo(mask(3));
  }

  private Mask largest(Mask before, int round) {
    Trained trained = journal.trained(round);
    return before.keepHighest(
        magnitudes(trained.finalWeights()),
        Plans.pruning(PruningStrategy.ITERATIVE, 3).schedule(LAYOUT).get(round + 1));
  }

  private static float[] magnitudes(Weights weights) {
    float[] values = ScoringContext.prunable(weights);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    return values;
  }

  @ParameterizedTest
  @EnumSource(PruningStrategy.class)
  void work_in_slices_equals_work_in_one_go(PruningStrategy strategy) {
    Plans.advance(plan(strategy, 6, REINIT, RANDOM_MASK), journal, trainer);
    MemoryJournal sliced = new MemoryJournal();
    TrialStatus status;
    do {
      sliced.runsLeft = 3;
      status = Plans.advance(plan(strategy, 6, REINIT, RANDOM_MASK), sliced, trainer);
    } while (status == TrialStatus.UNFINISHED);
    assertThat(status).isEqualTo(TrialStatus.FINISHED);
    assertThat(sliced.order).isEqualTo(journal.order);
    assertThat(sliced.tickets).isEqualTo(journal.tickets);
  }

  @ParameterizedTest
  @EnumSource(PruningStrategy.class)
  void more_rounds_and_arms_change_no_earlier_result(PruningStrategy strategy) {
    Plans.advance(plan(strategy, 3), journal, trainer);
    MemoryJournal larger = new MemoryJournal();
    Plans.advance(plan(strategy, 6, REINIT, RANDOM_MASK), larger, trainer);
    assertThat(larger.tickets).containsAllEntriesOf(journal.tickets);
    assertThat(larger.tickets).hasSizeGreaterThan(journal.tickets.size());
  }

  @ParameterizedTest
  @EnumSource(PruningStrategy.class)
  void an_experiment_that_grows_goes_on_where_it_ended(PruningStrategy strategy) {
    Plans.advance(plan(strategy, 3), journal, trainer);
    Plans.advance(plan(strategy, 6), journal, trainer);
    MemoryJournal atOnce = new MemoryJournal();
    Plans.advance(plan(strategy, 6), atOnce, trainer);
    assertThat(journal.tickets).isEqualTo(atOnce.tickets);
  }

  @Test
  void a_ticket_that_diverges_ends_the_trial_and_leaves_no_mask() {
    trainer.divergesAt = mask(1, PruningStrategy.ITERATIVE).density();
    TrialStatus status = Plans.advance(plan(PruningStrategy.ITERATIVE, 3), journal, trainer);
    assertThat(status).isEqualTo(TrialStatus.DIVERGED);
    assertThat(journal.order).containsExactly(RunKey.ticket(0), RunKey.ticket(1));
    assertThat(journal.masks).containsOnlyKeys(0, 1);
    assertThat(journal.left.get(1)).isEqualTo(RunArtifacts.NONE);
  }

  private static Mask mask(int round, PruningStrategy strategy) {
    MemoryJournal scratch = new MemoryJournal();
    Plans.advance(plan(strategy, round), scratch, new FormulaTrainer());
    return scratch.ticket(round).mask();
  }

  private Mask mask(int round) {
    return journal.ticket(round).mask();
  }

  private static Plan plan(PruningStrategy strategy, int rounds, ArmChoice... arms) {
    return Plans.plan(Plans.pruning(strategy, rounds), Plans.TO_START, arms);
  }
}
