package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Layout;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Download;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Measurement;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Training;
import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final Layout LAYOUT = Layout.of(Trials.SMALL);
  private static final Ticket TICKET = Trials.ticket(Trials.SMALL, 0.5, 1);
  private static final Training TRAINING = new Training(TICKET, 3, Set.of(3, 7));

  @Test
  void a_setup_arrives_as_it_was_sent() {
    TrialSetup small = Trials.small(Trials.adam("0.0012", "1e-8", "0"), "2ep50it", "100it");
    assertArrives(small);
    assertArrives(new TrialSetup(small.dataset(), MapTrials.LAYERS, small.plan(), small.seed()));
    assertArrives(new TrialSetup(small.dataset(), MapTrials.AVERAGED, small.plan(), small.seed()));
    assertArrives(
        new TrialSetup(small.dataset(), MapTrials.NORMALISED, small.plan(), small.seed()));
  }

  private static void assertArrives(TrialSetup setup) {
    DatasetProperties datasets =
        new DatasetProperties(Path.of("home dir"), Path.of("data"), Download.never());
    Message.Open open = new Message.Open(setup, datasets);
    assertThat(Wire.message(Wire.frame(open))).isEqualTo(open);
  }

  private static Training training(Frame frame) {
    return Wire.training(LAYOUT, (Message.Begin) Wire.message(frame), frame);
  }

  @Test
  void a_training_arrives_as_it_was_sent() {
    Frame frame = Wire.begin(TRAINING, Duration.ofSeconds(2), Optional.empty());
    Message.Begin begin = (Message.Begin) Wire.message(frame);
    assertThat(training(frame)).isEqualTo(TRAINING);
    assertThat(begin.checkpointEvery()).isEqualTo(2000);
    assertThat(Wire.origin(begin, frame)).isEmpty();
  }

  @Test
  void frozen_weights_arrive_as_they_were_sent() {
    Ticket dense = Trials.ticket(Trials.SMALL, 1, 2);
    Training frozen = Training.full(new Ticket(TICKET.mask(), dense.start(), true));
    Frame frame = Wire.begin(frozen, Duration.ofSeconds(2), Optional.empty());
    assertThat(training(frame)).isEqualTo(frozen);
  }

  @Test
  void what_an_optimizer_remembers_arrives_in_both_directions() {
    OptimizerMemory memory =
        new OptimizerMemory(41, List.of(TICKET.start(), Trials.ticket(Trials.SMALL, 1, 4).start()));
    Training remembering = new Training(TICKET, 3, Set.of(7), Optional.of(memory));
    Checkpoint checkpoint = new Checkpoint(7, new byte[] {1, 2, 3});
    Frame frame = Wire.begin(remembering, Duration.ofSeconds(2), Optional.of(checkpoint));
    assertThat(training(frame)).isEqualTo(remembering);
    assertThat(Wire.origin((Message.Begin) Wire.message(frame), frame).orElseThrow().bytes())
        .containsExactly(1, 2, 3);
    Score score = new Score(0.5, 0.5);
    Measurement measured = new Measurement(1, score, score, new BitSet());
    Trained trained =
        new Trained(
            TICKET.mask(),
            TICKET.start(),
            Map.of(5, TICKET.start()),
            memory,
            new LearningCurve(List.of()),
            measured,
            measured,
            1,
            "dense");
    Frame back = Wire.outcome(trained);
    assertThat(Wire.trained(LAYOUT, (Message.Done) Wire.message(back), back)).isEqualTo(trained);
  }

  @Test
  void a_question_for_a_gradient_arrives_and_so_does_its_answer() {
    Ticket frozen = new Ticket(TICKET.mask(), Trials.ticket(Trials.SMALL, 1, 2).start(), true);
    for (Objective objective :
        List.of(new Objective.Loss(7, Long.MIN_VALUE), new Objective.SynapticFlow())) {
      Frame frame = Wire.differentiate(frozen, objective);
      Message.Differentiate asked = (Message.Differentiate) Wire.message(frame);
      assertThat(asked.objective()).isEqualTo(objective);
      assertThat(Wire.ticket(LAYOUT, frame, asked.frozen())).isEqualTo(frozen);
    }
    Frame answer = Wire.values(frozen.start());
    assertThat(Wire.message(answer)).isEqualTo(new Message.Values());
    assertThat(Wire.values(LAYOUT, answer)).isEqualTo(frozen.start());
  }

  @Test
  void a_checkpoint_arrives_in_both_directions() {
    Checkpoint checkpoint = new Checkpoint(7, new byte[] {1, 2, 3});
    Frame frame = Wire.begin(TRAINING, Duration.ofSeconds(2), Optional.of(checkpoint));
    Checkpoint there = Wire.origin((Message.Begin) Wire.message(frame), frame).orElseThrow();
    assertThat(there.iteration()).isEqualTo(7);
    assertThat(there.bytes()).isEqualTo(checkpoint.bytes());
    assertThat(training(frame)).isEqualTo(TRAINING);
    Frame back = Wire.saved(there);
    assertThat(Wire.message(back)).isEqualTo(new Message.Saved(7));
    assertThat(Wire.checkpoint((Message.Saved) Wire.message(back), back).bytes())
        .isEqualTo(checkpoint.bytes());
  }

  @Test
  void a_result_arrives_to_the_bit() {
    Score score = new Score(0.1 + 0.2, 1.0 / 3);
    Point first = new Point(1, score, Optional.empty());
    Point second = new Point(2, new Score(Double.MIN_VALUE, 1), Optional.of(score));
    BitSet correct = new BitSet();
    correct.set(7);
    Trained trained =
        new Trained(
            TICKET.mask(),
            TICKET.start(),
            Map.of(5, TICKET.start(), 2, Trials.ticket(Trials.SMALL, 1, 3).start()),
            new OptimizerMemory(3, List.of()),
            new LearningCurve(List.of(first, second)),
            new Measurement(1, score, score, correct),
            new Measurement(2, second.validation(), score, new BitSet()),
            1.25,
            "dense");
    Frame frame = Wire.outcome(trained);
    Message.Done done = (Message.Done) Wire.message(frame);
    assertThat(Wire.trained(LAYOUT, done, frame)).isEqualTo(trained);
  }

  @Test
  void a_divergence_arrives_with_losses_that_are_no_numbers() {
    List<Point> points =
        List.of(
            new Point(1, new Score(Double.POSITIVE_INFINITY, 0), Optional.empty()),
            new Point(2, new Score(Double.NaN, 0), Optional.empty()));
    Diverged diverged =
        new Diverged(TICKET.mask(), 2, "lost", new LearningCurve(points), 0.5, "dense");
    Frame frame = Wire.outcome(diverged);
    assertThat(Wire.diverged(LAYOUT, (Message.Diverged) Wire.message(frame), frame))
        .isEqualTo(diverged);
  }
}
