package dev.winnow.lottery.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.FormulaTrainer;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.MaskActions.Kept;
import dev.winnow.lottery.MaskActions.Pruned;
import dev.winnow.lottery.MemoryJournal;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.OptimizerStateMode;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruneAt;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.lottery.RoundSet;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.training.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each round begins with, and what it is pruned by. */
class RewindingTest {
  private static final ParameterLayout LAYOUT = Plans.LAYOUT;
  private static final String STATE = "optimizer-state";
  private static final When ORIGINAL = new When(Plans.TO_START, PruneAt.END);

  private record When(RewindPoint rewind, PruneAt pruneAt) {}

  private static final ArmChoice ONE_SHOT =
      new ArmChoice("one-shot", "one-shot", RoundSet.parse("1-3"), Map.of());

  private final MemoryJournal journal = new MemoryJournal();
  private final FormulaTrainer trainer = new FormulaTrainer();

  @Test
  void survivors_return_to_what_round_0_had_at_the_rewind_point_and_go_on_from_there() {
    run(new When(Plans.rewind(4, RewindMode.WEIGHTS), PruneAt.END));
    Weights late = FormulaTrainer.after(journal.ticket(0), 4);
    for (int round = 1; round <= 3; round++) {
      assertThat(journal.ticket(round).start()).isEqualTo(mask(round).apply(late));
    }
    assertThat(trainer.asked).extracting(TrainingRequest::from).containsExactly(0, 4, 4, 4);
    assertThat(trainer.asked.get(0).keep()).containsExactly(4);
    assertThat(trainer.asked.get(1).keep()).isEmpty();
  }

  @Test
  void learning_rate_rewinding_keeps_the_trained_weights_and_returns_in_time() {
    run(new When(Plans.rewind(4, RewindMode.LEARNING_RATE), PruneAt.END));
    for (int round = 1; round <= 3; round++) {
      Weights before = journal.trained(round - 1).finalWeights();
      assertThat(journal.ticket(round).start()).isEqualTo(mask(round).apply(before));
    }
    assertThat(trainer.asked).extracting(TrainingRequest::from).containsExactly(0, 4, 4, 4);
  }

  @Test
  void continued_training_keeps_the_trained_weights_and_trains_for_the_full_budget() {
    run(new When(Plans.rewind(0, RewindMode.CONTINUE), PruneAt.END));
    Weights before = journal.trained(1).finalWeights();
    assertThat(journal.ticket(2).start()).isEqualTo(mask(2).apply(before));
    assertThat(trainer.asked).extracting(TrainingRequest::from).containsOnly(0);
  }

  @Test
  void a_kept_optimizer_remembers_the_round_before_but_for_what_is_pruned() {
    When kept =
        new When(
            new RewindPoint(new Step(0, 4), RewindMode.WEIGHTS, OptimizerStateMode.KEPT),
            PruneAt.END);
    Plans.advance(plan(kept, MaskActions.ORIGINAL, 1, ONE_SHOT), journal, trainer);
    Plans.advance(plan(kept, MaskActions.ORIGINAL, 3, ONE_SHOT), journal, trainer);
    for (int i = 0; i < journal.order.size(); i++) {
      RunKey run = journal.order.get(i);
      TrainingRequest training = trainer.asked.get(i);
      if (run.isTicket() && run.round() > 0) {
        OptimizerMemory before = journal.trained(run.round() - 1).memory();
        assertThat(training.memory()).contains(before.under(mask(run.round())));
        assertThat(training.memory()).isNotEqualTo(Optional.of(before));
      } else {
        assertThat(training.memory()).isEmpty();
      }
    }
    assertThat(journal.order)
        .extracting(RunKey::isTicket)
        .containsExactly(true, true, false, true, false, true, false);
    assertThat(journal.left.values()).allMatch(left -> left.values().containsKey(STATE));
  }

  @Test
  void a_reset_optimizer_remembers_nothing() {
    run(ORIGINAL);
    assertThat(journal.left.values()).noneMatch(left -> left.values().containsKey(STATE));
    assertThat(trainer.asked).allMatch(training -> training.memory().isEmpty());
  }

  @Test
  void early_tickets_are_pruned_by_what_the_network_had_learned_by_then() {
    When early = new When(Plans.rewind(0, RewindMode.WEIGHTS), PruneAt.parse("3it"));
    run(early);
    Weights then = FormulaTrainer.after(journal.ticket(0), 3);
    float[] sizes = ScoringContext.prunable(then);
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    assertThat(mask(1)).isEqualTo(Mask.dense(LAYOUT).keepHighest(sizes, List.of(160, 36)));
    assertThat(mask(1)).isNotEqualTo(maskAfter(ORIGINAL));
    assertThat(trainer.asked).extracting(TrainingRequest::keep).containsOnly(Set.of(3));
  }

  @Test
  void an_early_ticket_that_grows_goes_on_where_it_ended() {
    When early = new When(Plans.rewind(2, RewindMode.WEIGHTS), PruneAt.parse("3it"));
    Plans.advance(plan(early, MaskActions.ORIGINAL, 1), journal, trainer);
    run(early);
    MemoryJournal atOnce = new MemoryJournal();
    Plans.advance(plan(early, MaskActions.ORIGINAL, 3), atOnce, new FormulaTrainer());
    assertThat(journal.tickets).isEqualTo(atOnce.tickets);
  }

  @Test
  void the_one_shot_control_has_the_tickets_counts_from_round_0() {
    Plans.advance(plan(ORIGINAL, MaskActions.ORIGINAL, 3, ONE_SHOT), journal, trainer);
    for (int round = 1; round <= 3; round++) {
      Ticket control = oneShot(round);
      assertThat(control.mask().keptPerTensor()).isEqualTo(mask(round).keptPerTensor());
      assertThat(control.start()).isEqualTo(control.mask().apply(journal.ticket(0).start()));
    }
    assertThat(oneShot(1).mask()).isEqualTo(mask(1));
    assertThat(oneShot(3).mask()).isNotEqualTo(mask(3));
  }

  private Ticket oneShot(int round) {
    return Objects.requireNonNull(journal.tickets.get(new RunKey(round, "one-shot", 1)));
  }

  @Test
  void frozen_weights_stand_at_their_initial_values() {
    Plans.advance(
        plan(ORIGINAL, new MaskActions(Pruned.FREEZE_AT_INIT, Kept.REWIND), 3), journal, trainer);
    assertThat(journal.ticket(0).frozen()).isFalse();
    for (int round = 1; round <= 3; round++) {
      assertThat(journal.ticket(round).frozen()).isTrue();
      assertThat(journal.ticket(round).start()).isEqualTo(journal.ticket(0).start());
      assertThat(mask(round).kept()).isLessThan(mask(round - 1).kept());
    }
  }

  @Test
  void where_tickets_are_frozen_so_are_their_controls() {
    ArmChoice reinit =
        new ArmChoice(
            "random-reinit", "random-reinit", RoundSet.parse("1-2"), Map.of("perTicket", 1));
    MaskActions freezing = new MaskActions(Pruned.FREEZE_AT_INIT, Kept.REWIND);
    Plans.advance(plan(ORIGINAL, freezing, 2, ONE_SHOT, reinit), journal, trainer);
    assertThat(oneShot(2).frozen()).isTrue();
    assertThat(oneShot(2).start()).isEqualTo(journal.ticket(0).start());
    Ticket anew = Objects.requireNonNull(journal.tickets.get(new RunKey(2, "random-reinit", 1)));
    assertThat(anew.frozen()).isTrue();
    assertThat(ScoringContext.prunable(anew.start())).doesNotContain(0f);
  }

  @Test
  void survivors_keep_their_sign_alone() {
    Plans.advance(plan(ORIGINAL, new MaskActions(Pruned.ZERO, Kept.SIGN), 1), journal, trainer);
    Weights initial = journal.ticket(0).start();
    float[] start = ScoringContext.prunable(journal.ticket(1).start());
    float[] before = ScoringContext.prunable(initial);
    for (int position : mask(1).survivors()) {
      assertThat(Math.signum(start[position])).isEqualTo(Math.signum(before[position]));
      assertThat(start[position]).isNotEqualTo(before[position]);
    }
  }

  @Test
  void survivors_have_the_deviation_of_their_layer_with_their_sign() {
    Plans.advance(
        plan(ORIGINAL, new MaskActions(Pruned.ZERO, Kept.SIGNED_CONSTANT), 1), journal, trainer);
    Weights initial = journal.ticket(0).start();
    Weights start = journal.ticket(1).start();
    for (int t = 0; t < 2; t++) {
      ParameterLayout.Place place = LAYOUT.prunable().get(t);
      float deviation = (float) initial.deviation(place);
      for (int position : mask(1).survivors(t)) {
        int index = place.offset() + position - mask(1).firstPosition(t);
        assertThat(start.value(index)).isEqualTo(Math.copySign(deviation, initial.value(index)));
      }
    }
  }

  private void run(When when) {
    Plans.advance(plan(when, MaskActions.ORIGINAL, 3), journal, trainer);
  }

  private static Mask maskAfter(When when) {
    MemoryJournal scratch = new MemoryJournal();
    Plans.advance(plan(when, MaskActions.ORIGINAL, 1), scratch, new FormulaTrainer());
    return scratch.ticket(1).mask();
  }

  private Mask mask(int round) {
    return journal.ticket(round).mask();
  }

  private static Plan plan(When when, MaskActions actions, int rounds, ArmChoice... arms) {
    PruningPlan plain = Plans.pruning(PruningStrategy.ITERATIVE, rounds);
    PruningPlan pruning =
        new PruningPlan(
            plain.strategy(),
            plain.criterion(),
            plain.scope(),
            plain.removedPerRound(),
            List.of(),
            List.of(),
            when.pruneAt(),
            actions,
            rounds);
    return Plans.plan(pruning, when.rewind(), arms);
  }
}
