package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.MaskActions.Kept;
import dev.winnow.lottery.MaskActions.Pruned;
import dev.winnow.lottery.arm.ArmsForTests;
import dev.winnow.lottery.criterion.CriteriaForTests;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each round begins with, and what it is pruned by. */
class RewindingTest {
  private static final Layout LAYOUT = Networks.layout(200, 40);
  private static final ArmChoice ONE_SHOT =
      new ArmChoice("one-shot", "one-shot", RoundSet.parse("1-3"), Map.of());

  private final MemoryJournal journal = new MemoryJournal();
  private final FormulaTrainer trainer = new FormulaTrainer();

  @Test
  void survivors_return_to_what_round_0_had_at_the_rewind_point_and_go_on_from_there() {
    run(new Timetable(RewindMode.WEIGHTS, 4, OptionalInt.empty()));
    Weights late = FormulaTrainer.after(journal.ticket(0), 4);
    for (int round = 1; round <= 3; round++) {
      assertThat(journal.ticket(round).start()).isEqualTo(mask(round).apply(late));
    }
    assertThat(trainer.asked).extracting(Training::from).containsExactly(0, 4, 4, 4);
    assertThat(trainer.asked.get(0).keep()).containsExactly(4);
    assertThat(trainer.asked.get(1).keep()).isEmpty();
  }

  @Test
  void learning_rate_rewinding_keeps_the_trained_weights_and_returns_in_time() {
    run(new Timetable(RewindMode.LEARNING_RATE, 4, OptionalInt.empty()));
    for (int round = 1; round <= 3; round++) {
      Weights before = journal.trained(round - 1).finalWeights();
      assertThat(journal.ticket(round).start()).isEqualTo(mask(round).apply(before));
    }
    assertThat(trainer.asked).extracting(Training::from).containsExactly(0, 4, 4, 4);
  }

  @Test
  void continued_training_keeps_the_trained_weights_and_trains_for_the_full_budget() {
    run(new Timetable(RewindMode.CONTINUE, 0, OptionalInt.empty()));
    Weights before = journal.trained(1).finalWeights();
    assertThat(journal.ticket(2).start()).isEqualTo(mask(2).apply(before));
    assertThat(trainer.asked).extracting(Training::from).containsOnly(0);
  }

  @Test
  void a_kept_optimizer_remembers_the_round_before_but_for_what_is_pruned() {
    Timetable kept = new Timetable(RewindMode.WEIGHTS, 4, OptionalInt.empty(), OptimizerState.KEPT);
    method(kept, MaskActions.ORIGINAL, 1, ONE_SHOT).advance(journal, trainer);
    method(kept, MaskActions.ORIGINAL, 3, ONE_SHOT).advance(journal, trainer);
    assertThat(trainer.asked.get(0).memory()).isEmpty();
    for (Training training : trainer.asked.subList(1, trainer.asked.size())) {
      int round = training.ticket().mask().equals(mask(1)) ? 1 : -1;
      for (int r = 2; r <= 3; r++) {
        round = training.ticket().equals(journal.ticket(r)) ? r : round;
      }
      if (training.keepsMemory()) {
        OptimizerMemory before = journal.memory(round - 1);
        assertThat(training.memory()).contains(before.under(mask(round)));
        assertThat(training.memory()).isNotEqualTo(Optional.of(before));
      } else {
        assertThat(training.memory()).isEmpty();
      }
    }
    assertThat(trainer.asked)
        .extracting(Training::keepsMemory)
        .containsExactly(true, true, false, true, false, true, false);
  }

  @Test
  void a_reset_optimizer_remembers_nothing() {
    run(Timetable.ORIGINAL);
    assertThat(trainer.asked).noneMatch(Training::keepsMemory);
    assertThat(trainer.asked).allMatch(training -> training.memory().isEmpty());
  }

  @Test
  void early_tickets_are_pruned_by_what_the_network_had_learned_by_then() {
    Timetable early = new Timetable(RewindMode.WEIGHTS, 0, OptionalInt.of(3));
    run(early);
    Weights then = FormulaTrainer.after(journal.ticket(0), 3);
    float[] sizes = Evidence.prunable(then);
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    assertThat(mask(1)).isEqualTo(Mask.dense(LAYOUT).keepHighest(sizes, List.of(160, 36)));
    assertThat(mask(1)).isNotEqualTo(maskAfter(Timetable.ORIGINAL));
    assertThat(trainer.asked).extracting(Training::keep).containsOnly(Set.of(3));
  }

  @Test
  void an_early_ticket_that_grows_goes_on_where_it_ended() {
    Timetable early = new Timetable(RewindMode.WEIGHTS, 2, OptionalInt.of(3));
    method(early, MaskActions.ORIGINAL, 1).advance(journal, trainer);
    run(early);
    MemoryJournal atOnce = new MemoryJournal();
    method(early, MaskActions.ORIGINAL, 3).advance(atOnce, new FormulaTrainer());
    assertThat(journal.tickets).isEqualTo(atOnce.tickets);
  }

  @Test
  void the_one_shot_control_has_the_tickets_counts_from_round_0() {
    method(Timetable.ORIGINAL, MaskActions.ORIGINAL, 3, ONE_SHOT).advance(journal, trainer);
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
    method(Timetable.ORIGINAL, new MaskActions(Pruned.FREEZE_AT_INIT, Kept.REWIND), 3)
        .advance(journal, trainer);
    assertThat(journal.ticket(0).frozen()).isFalse();
    for (int round = 1; round <= 3; round++) {
      assertThat(journal.ticket(round).frozen()).isTrue();
      assertThat(journal.ticket(round).start()).isEqualTo(journal.ticket(0).start());
      assertThat(mask(round).kept()).isLessThan(mask(round - 1).kept());
    }
  }

  @Test
  void survivors_keep_their_sign_alone() {
    method(Timetable.ORIGINAL, new MaskActions(Pruned.ZERO, Kept.SIGN), 1)
        .advance(journal, trainer);
    Weights initial = journal.ticket(0).start();
    float[] start = Evidence.prunable(journal.ticket(1).start());
    float[] before = Evidence.prunable(initial);
    for (int position : mask(1).survivors()) {
      assertThat(Math.signum(start[position])).isEqualTo(Math.signum(before[position]));
      assertThat(start[position]).isNotEqualTo(before[position]);
    }
  }

  @Test
  void survivors_have_the_deviation_of_their_layer_with_their_sign() {
    method(Timetable.ORIGINAL, new MaskActions(Pruned.ZERO, Kept.SIGNED_CONSTANT), 1)
        .advance(journal, trainer);
    Weights initial = journal.ticket(0).start();
    Weights start = journal.ticket(1).start();
    for (int t = 0; t < 2; t++) {
      Layout.Place place = LAYOUT.prunable().get(t);
      float deviation = (float) initial.deviation(place);
      for (int position : mask(1).survivors(t)) {
        int index = place.offset() + position - mask(1).firstPosition(t);
        assertThat(start.value(index)).isEqualTo(Math.copySign(deviation, initial.value(index)));
      }
    }
  }

  private void run(Timetable timetable) {
    method(timetable, MaskActions.ORIGINAL, 3).advance(journal, trainer);
  }

  private static Mask maskAfter(Timetable timetable) {
    MemoryJournal scratch = new MemoryJournal();
    method(timetable, MaskActions.ORIGINAL, 1).advance(scratch, new FormulaTrainer());
    return scratch.ticket(1).mask();
  }

  private Mask mask(int round) {
    return journal.ticket(round).mask();
  }

  private static IterativePruning method(
      Timetable timetable, MaskActions actions, int rounds, ArmChoice... arms) {
    BigDecimal fifth = new BigDecimal("0.2");
    PruningPlan plan =
        new PruningPlan(
            Strategy.ITERATIVE,
            Choice.of("magnitude"),
            Scope.LAYERWISE,
            new RemovalRates(fifth, fifth, new BigDecimal("0.1")),
            List.of(),
            List.of(),
            PruneAt.END,
            actions,
            rounds);
    return new IterativePruning(
        plan,
        CriteriaForTests.all().get("magnitude"),
        new Tickets(LAYOUT, Networks.gaussian(), Choice.of("gaussian"), ArmsForTests.all(), 42),
        List.of(arms),
        timetable);
  }
}
