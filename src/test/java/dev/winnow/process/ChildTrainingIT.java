package dev.winnow.process;

import static dev.winnow.process.ChildTrials.TICKET;
import static dev.winnow.process.ChildTrials.assertSameNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.training.ComputePath;
import dev.winnow.training.LearningCurve.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A training in a child process gives what one in this process would. */
class ChildTrainingIT {
  private static Trainer one;
  private static Trainer two;

  @BeforeAll
  static void start() {
    one = ChildTrials.engine().open(ChildTrials.glyphs("50it"));
    two = ChildTrials.engine().open(ChildTrials.glyphs("50it"));
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  @Test
  void two_children_give_the_same_bits_and_tell_of_progress() {
    List<Point> heard = new ArrayList<>();
    assertThat(two.signature()).isEqualTo(one.signature()).startsWith("cpu/java/");
    assertThat(two.dataChecksum()).isEqualTo(one.dataChecksum()).hasSize(64);
    Trained first = (Trained) one.train(TICKET, (point, of) -> heard.add(point));
    assertThat(heard).isEqualTo(first.curve().points()).hasSize(3);
    assertThat(first.atEnd().correct().length()).isBetween(1, 10_000);
    assertSameNumbers(first, two.train(TICKET, (point, of) -> {}));
    assertSameNumbers(first, one.train(TICKET, (point, of) -> {}));
  }

  @Test
  void a_child_differentiates_between_its_trainings() {
    Objective loss = new Objective.Loss(50, 3);
    Weights gradient = one.gradient(TICKET, loss);
    assertThat(TICKET.mask().apply(gradient)).isEqualTo(gradient);
    Outcome trained = one.train(TICKET, (point, of) -> {});
    assertSameNumbers(trained, two.train(TICKET, (point, of) -> {}));
    assertThat(two.gradient(TICKET, loss)).isEqualTo(gradient);
    assertThatExceptionOfType(EngineFailure.class)
        .isThrownBy(() -> two.gradient(TICKET, new Objective.Loss(1_000_000, 3)))
        .withMessageContaining("count must be from 1 to");
    assertThat(two.gradient(TICKET, new Objective.SynapticFlow())).isNotEqualTo(gradient);
  }

  @Test
  void two_children_give_the_same_bits_with_the_products_of_dl4j() {
    TrialSetup glyphs = ChildTrials.glyphs("50it");
    TrialSetup setup =
        new TrialSetup(
            glyphs.dataset(),
            glyphs.layers(),
            Trials.on(ComputePath.DL4J, glyphs.plan()),
            glyphs.seed());
    try (Trainer one = ChildTrials.engine().open(setup);
        Trainer two = ChildTrials.engine().open(setup)) {
      Trained first = (Trained) one.train(TICKET, (point, of) -> {});
      assertThat(first.path()).isEqualTo("dl4j");
      assertSameNumbers(first, two.train(TICKET, (point, of) -> {}));
    }
  }

  @Test
  void lenet_under_a_huge_learning_rate_diverges() {
    List<LayerSpec> lenet = Trials.layers(784, 300, 100, 10);
    TrialSetup setup =
        new TrialSetup(
            ChildTrials.glyphs("1it").dataset(),
            lenet,
            Trials.plan(Trials.adam("1000000000", "0.00000001", "0"), 60, "5000it", "100it"),
            1);
    try (Trainer trainer = ChildTrials.engine().open(setup)) {
      Outcome outcome = trainer.train(Trials.ticket(lenet, 1, 1), (point, of) -> {});
      assertThat(outcome).isInstanceOf(Diverged.class);
      assertThat(((Diverged) outcome).iteration()).isBetween(1, 100);
    }
  }
}
