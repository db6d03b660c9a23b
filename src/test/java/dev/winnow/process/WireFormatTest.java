package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
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
import dev.winnow.lottery.TrainingRequest;
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

class WireFormatTest {
  private static final ParameterLayout LAYOUT = ParameterLayout.of(Trials.SMALL);
  private static final Ticket TICKET = Trials.ticket(Trials.SMALL, 0.5, 1);
  private static final TrainingRequest TRAINING = new TrainingRequest(TICKET, 3, Set.of(3, 7));

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
    assertThat(WireFormat.message(WireFormat.frame(open))).isEqualTo(open);
  }

  private static TrainingRequest training(Frame frame) {
    return WireFormat.training(LAYOUT, (Message.Begin) WireFormat.message(frame), frame);
  }

  @Test
  void a_training_arrives_as_it_was_sent() {
    Frame frame = WireFormat.begin(TRAINING, Duration.ofSeconds(2), Optional.empty());
    Message.Begin begin = (Message.Begin) WireFormat.message(frame);
    assertThat(training(frame)).isEqualTo(TRAINING);
    assertThat(begin.checkpointEvery()).isEqualTo(2000);
    assertThat(WireFormat.origin(begin, frame)).isEmpty();
  }

  @Test
  void frozen_weights_arrive_as_they_were_sent() {
    Ticket dense = Trials.ticket(Trials.SMALL, 1, 2);
    TrainingRequest frozen = TrainingRequest.full(new Ticket(TICKET.mask(), dense.start(), true));
    Frame frame = WireFormat.begin(frozen, Duration.ofSeconds(2), Optional.empty());
    assertThat(training(frame)).isEqualTo(frozen);
  }

  @Test
  void what_an_optimizer_remembers_arrives_in_both_directions() {
    OptimizerMemory memory =
        new OptimizerMemory(41, List.of(TICKET.start(), Trials.ticket(Trials.SMALL, 1, 4).start()));
    TrainingRequest remembering = new TrainingRequest(TICKET, 3, Set.of(7), Optional.of(memory));
    Checkpoint checkpoint = new Checkpoint(7, new byte[] {1, 2, 3});
    Frame frame = WireFormat.begin(remembering, Duration.ofSeconds(2), Optional.of(checkpoint));
    assertThat(training(frame)).isEqualTo(remembering);
    assertThat(
            WireFormat.origin((Message.Begin) WireFormat.message(frame), frame)
                .orElseThrow()
                .bytes())
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
    Frame back = WireFormat.outcome(trained);
    assertThat(WireFormat.trained(LAYOUT, (Message.Done) WireFormat.message(back), back))
        .isEqualTo(trained);
  }

  @Test
  void a_question_for_a_gradient_arrives_and_so_does_its_answer() {
    Ticket frozen = new Ticket(TICKET.mask(), Trials.ticket(Trials.SMALL, 1, 2).start(), true);
    for (Objective objective :
        List.of(new Objective.Loss(7, Long.MIN_VALUE), new Objective.SynapticFlow())) {
      Frame frame = WireFormat.differentiate(frozen, objective);
      Message.Differentiate asked = (Message.Differentiate) WireFormat.message(frame);
      assertThat(asked.objective()).isEqualTo(objective);
      assertThat(WireFormat.ticket(LAYOUT, frame, asked.frozen())).isEqualTo(frozen);
    }
    Frame answer = WireFormat.values(frozen.start());
    assertThat(WireFormat.message(answer)).isEqualTo(new Message.Values());
    assertThat(WireFormat.values(LAYOUT, answer)).isEqualTo(frozen.start());
  }

  @Test
  void a_checkpoint_arrives_in_both_directions() {
    Checkpoint checkpoint = new Checkpoint(7, new byte[] {1, 2, 3});
    Frame frame = WireFormat.begin(TRAINING, Duration.ofSeconds(2), Optional.of(checkpoint));
    Checkpoint there =
        WireFormat.origin((Message.Begin) WireFormat.message(frame), frame).orElseThrow();
    assertThat(there.iteration()).isEqualTo(7);
    assertThat(there.bytes()).isEqualTo(checkpoint.bytes());
    assertThat(training(frame)).isEqualTo(TRAINING);
    Frame back = WireFormat.saved(there);
    assertThat(WireFormat.message(back)).isEqualTo(new Message.Saved(7));
    assertThat(WireFormat.checkpoint((Message.Saved) WireFormat.message(back), back).bytes())
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
    Frame frame = WireFormat.outcome(trained);
    Message.Done done = (Message.Done) WireFormat.message(frame);
    assertThat(WireFormat.trained(LAYOUT, done, frame)).isEqualTo(trained);
  }

  @Test
  void a_divergence_arrives_with_losses_that_are_no_numbers() {
    List<Point> points =
        List.of(
            new Point(1, new Score(Double.POSITIVE_INFINITY, 0), Optional.empty()),
            new Point(2, new Score(Double.NaN, 0), Optional.empty()));
    Diverged diverged =
        new Diverged(TICKET.mask(), 2, "lost", new LearningCurve(points), 0.5, "dense");
    Frame frame = WireFormat.outcome(diverged);
    assertThat(WireFormat.diverged(LAYOUT, (Message.Diverged) WireFormat.message(frame), frame))
        .isEqualTo(diverged);
  }
}
