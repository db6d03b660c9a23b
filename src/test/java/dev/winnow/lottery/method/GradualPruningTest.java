package dev.winnow.lottery.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Findings;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.FormulaTrainer;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.MemoryJournal;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruneAt;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RoundSet;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.TrialStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GradualPruningTest {
  private static final List<BigDecimal> DENSITIES =
      List.of(new BigDecimal("0.5"), new BigDecimal("0.1"));
  private static final ArmChoice REINIT =
      new ArmChoice("random-reinit", "random-reinit", RoundSet.parse("2"), Map.of("perTicket", 1));
  private static final ArmChoice ONE_SHOT =
      new ArmChoice("one-shot", "one-shot", RoundSet.parse("1-2"), Map.of());

  private final MemoryJournal journal = new MemoryJournal();
  private final FormulaTrainer trainer = new FormulaTrainer();

  @Test
  void each_density_is_reached_from_the_initial_weights_anew() {
    assertThat(Plans.advance(plan("0it", "8it", "2it", DENSITIES), journal, trainer))
        .isEqualTo(TrialStatus.FINISHED);
    assertThat(journal.order).containsExactly(RunKey.ticket(0), RunKey.ticket(1), RunKey.ticket(2));
    for (int round = 0; round <= 2; round++) {
      assertThat(journal.ticket(round).mask().density()).isEqualTo(1);
      assertThat(journal.ticket(round).start()).isEqualTo(Plans.tickets().initialWeights());
    }
    assertThat(journal.trained(0).mask().density()).isEqualTo(1);
    assertThat(journal.trained(1).mask().keptPerTensor()).containsExactly(100, 20);
    assertThat(journal.trained(2).mask().keptPerTensor()).containsExactly(20, 4);
  }

  @Test
  void it_prunes_what_training_has_made_small_and_nothing_comes_back() {
    Plans.advance(plan("0it", "8it", "2it", DENSITIES), journal, trainer);
    Mask once = Mask.dense(Plans.LAYOUT);
    Ticket dense = journal.ticket(0);
    assertThat(journal.trained(2).mask())
        .isNotEqualTo(once.keepHighest(sizes(FormulaTrainer.after(dense, 10)), List.of(20, 4)));
    assertThat(journal.trained(2).mask().apply(journal.trained(2).finalWeights()))
        .isEqualTo(journal.trained(2).finalWeights());
  }

  @Test
  void a_control_trains_under_the_mask_that_came_of_it() {
    Plans.advance(plan("0it", "8it", "2it", DENSITIES, REINIT, ONE_SHOT), journal, trainer);
    Ticket anew = Objects.requireNonNull(journal.tickets.get(new RunKey(2, "random-reinit", 1)));
    assertThat(anew.mask()).isEqualTo(journal.trained(2).mask());
    Ticket oneShot = Objects.requireNonNull(journal.tickets.get(new RunKey(2, "one-shot", 1)));
    assertThat(oneShot.mask().keptPerTensor()).containsExactly(20, 4);
    assertThat(oneShot.mask()).isNotEqualTo(anew.mask());
  }

  @Test
  void work_in_slices_equals_work_in_one_go() {
    Plan plan = plan("0it", "8it", "2it", DENSITIES, REINIT, ONE_SHOT);
    Plans.advance(plan, journal, trainer);
    MemoryJournal sliced = new MemoryJournal();
    do {
      sliced.runsLeft = 1;
    } while (Plans.advance(plan, sliced, trainer) == TrialStatus.UNFINISHED);
    assertThat(sliced.order).isEqualTo(journal.order);
    assertThat(sliced.tickets).isEqualTo(journal.tickets);
    assertThat(sliced.masks).isEqualTo(journal.masks);
  }

  @Test
  void a_training_that_diverges_on_the_way_ends_the_trial() {
    trainer.divergesAt = 1;
    assertThat(Plans.advance(plan("0it", "8it", "2it", DENSITIES), journal, trainer))
        .isEqualTo(TrialStatus.DIVERGED);
  }

  @Test
  void steps_that_do_not_fit_are_refused_with_their_pointer() {
    assertThat(faults(plan("0it", "8it", "2it", DENSITIES))).isEmpty();
    assertThat(faults(plan("0it", "10it", "2it", DENSITIES))).containsExactly("/method/end");
    assertThat(faults(plan("4it", "4it", "2it", DENSITIES))).containsExactly("/method/end");
    assertThat(faults(plan("0it", "8it", "3it", DENSITIES))).containsExactly("/method/every");
    assertThat(faults(plan("0it", "8it", "0it", DENSITIES))).containsExactly("/method/every");
    assertThat(faults(plan("0it", "1ep", "5it", DENSITIES))).isEmpty();
    assertThat(faults(plan("0it", "8it", "2it", List.of()))).containsExactly("/pruning/densities");
  }

  private static List<String> faults(Plan plan) {
    Findings findings = new Findings();
    Plans.method(plan).check(plan, findings);
    return findings.errors().stream().map(fault -> fault.pointer().toString()).toList();
  }

  private static float[] sizes(Weights weights) {
    float[] values = ScoringContext.prunable(weights);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(values[i]);
    }
    return values;
  }

  private static Plan plan(
      String begin, String end, String every, List<BigDecimal> densities, ArmChoice... arms) {
    PruningPlan plain = Plans.pruning(PruningStrategy.ITERATIVE, Math.max(1, densities.size()));
    PruningPlan pruning =
        new PruningPlan(
            plain.strategy(),
            plain.criterion(),
            plain.scope(),
            plain.removedPerRound(),
            densities,
            List.of(),
            PruneAt.END,
            MaskActions.ORIGINAL,
            plain.rounds());
    Choice gradual = new Choice("gradual", Map.of("begin", begin, "end", end, "every", every));
    return Plans.plan(gradual, pruning, Plans.TO_START, arms);
  }
}
