package dev.winnow.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.BatchOrder;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Shape;
import dev.winnow.dataset.Split;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.training.ComputePath;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.Step;
import dev.winnow.training.TestEvaluation;
import dev.winnow.training.TrainingPlan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
  static final int TEST_SIZE = 7;

  private static final ParameterLayout LAYOUT =
      ParameterLayout.of(List.of(new LayerSpec.Dense("fc1", 1, 1, Activation.IDENTITY)));

  private static final TrainingRequest START =
      TrainingRequest.full(new Ticket(Mask.dense(LAYOUT), new Weights(LAYOUT, new float[2])));

  private static final BatchOrder BATCH_ORDER = new BatchOrder(Split.of(1, 8, 2), 2);

  private final List<Point> heard = new ArrayList<>();

  @Test
  void evaluates_at_each_multiple_and_after_the_last_iteration() {
    Outcome outcome = train("5it", "2it", new ScriptedNetwork(9, 8, 7, 6, 5, 4));
    assertThat(outcome.curve().points()).extracting(Point::iteration).containsExactly(2, 4, 5);
    assertThat(heard).isEqualTo(outcome.curve().points());
    assertThat(outcome.path()).isEqualTo("scripted");
  }

  @Test
  void counts_epochs_in_batches() {
    Outcome outcome = train("2ep", "1ep1it", new ScriptedNetwork(9, 8, 7, 6, 5, 4, 3));
    assertThat(outcome.curve().points()).extracting(Point::iteration).containsExactly(4, 6);
  }

  @Test
  void tests_when_validation_is_strictly_the_best_so_far_and_at_the_end() {
    ScriptedNetwork network = new ScriptedNetwork(9, 5, 6, 4, 4, 7);
    Outcome outcome = train("5it", "1it", network);
    assertThat(outcome.curve().points())
        .extracting(point -> point.test().isPresent())
        .containsExactly(true, false, true, false, true);
    assertThat(network.testsSeen).isEqualTo(3);
  }

  @Test
  void tests_always_when_asked() {
    ScriptedNetwork network = new ScriptedNetwork(9, 5, 6, 4, 4, 7);
    train(trainingSetup("5it", "1it", TestEvaluation.ALWAYS), network, START);
    assertThat(network.testsSeen).isEqualTo(5);
  }

  @Test
  void early_stop_is_the_first_of_the_lowest_validation_losses() {
    Trained trained = (Trained) train("5it", "1it", new ScriptedNetwork(9, 5, 6, 4, 4, 7));
    assertThat(trained.atEarlyStop().iteration()).isEqualTo(3);
    assertThat(trained.atEnd().iteration()).isEqualTo(5);
    assertThat(trained.curve().earlyStop().orElseThrow().iteration()).isEqualTo(3);
    assertThat(trained.atEnd().validation().loss()).isBetween(6.999, 7.001);
  }

  @Test
  void a_training_that_begins_later_ends_where_others_do_and_keeps_what_was_asked_for() {
    ScriptedNetwork network = new ScriptedNetwork(9, 8, 7, 6);
    Ticket ticket = new Ticket(Mask.dense(LAYOUT), new Weights(LAYOUT, new float[2]));
    Trained trained =
        (Trained)
            train(
                trainingSetup("5it", "2it", TestEvaluation.BEST_AND_LAST),
                network,
                new TrainingRequest(ticket, 2, Set.of(2, 4)));
    assertThat(trained.curve().points()).extracting(Point::iteration).containsExactly(4, 5);
    assertThat(trained.kept()).containsOnlyKeys(2, 4);
    assertThat(network.batches)
        .containsExactly(BATCH_ORDER.batch(2), BATCH_ORDER.batch(3), BATCH_ORDER.batch(4));
  }

  @Test
  void a_training_cannot_begin_after_its_end() {
    Ticket ticket = new Ticket(Mask.dense(LAYOUT), new Weights(LAYOUT, new float[2]));
    TrainingSetup trainingSetup = trainingSetup("5it", "2it", TestEvaluation.BEST_AND_LAST);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                train(
                    trainingSetup,
                    new ScriptedNetwork(9),
                    new TrainingRequest(ticket, 6, Set.of())))
        .withMessageContaining("after iteration 5, before 6");
  }

  @Test
  void a_budget_of_nothing_measures_the_start() {
    Trained trained = (Trained) train("0it", "1it", new ScriptedNetwork(0.5));
    assertThat(trained.atEnd().iteration()).isZero();
    assertThat(trained.atEarlyStop()).isEqualTo(trained.atEnd());
    assertThat(trained.atEnd().correct().cardinality()).isEqualTo(TEST_SIZE);
  }

  @Test
  void a_batch_whose_loss_is_no_number_diverges_at_once() {
    ScriptedNetwork network = new ScriptedNetwork(9, 5, 6, 4, 4, 7);
    network.batchLoss = Double.NaN;
    Diverged diverged = (Diverged) train("5it", "1it", network);
    assertThat(diverged.iteration()).isEqualTo(1);
    assertThat(diverged.reason()).contains("training batch").contains("NaN");
    assertThat(diverged.curve().points()).isEmpty();
  }

  @Test
  void a_validation_loss_beyond_reason_diverges() {
    Diverged diverged = (Diverged) train("5it", "1it", new ScriptedNetwork(9, 5, 6, 4, 2e6, 7));
    assertThat(diverged.iteration()).isEqualTo(4);
    assertThat(diverged.reason()).contains("validation loss is 2.00e+06 nats");
    assertThat(diverged.curve().points()).hasSize(4);
  }

  @Test
  void a_weight_that_is_not_finite_diverges() {
    ScriptedNetwork network = new ScriptedNetwork(9, 5, 6);
    network.weight = Float.NEGATIVE_INFINITY;
    Diverged diverged = (Diverged) train("2it", "2it", network);
    assertThat(diverged.reason()).contains("weight").contains("-Infinity");
  }

  @Test
  void a_weight_that_is_not_finite_diverges_before_anyone_ranks_it() {
    ScriptedNetwork network = new ScriptedNetwork(9, 5, 6, 7, 8, 9);
    network.weight = Float.NaN;
    TrainingSession session =
        trainingSetup("5it", "5it", TestEvaluation.BEST_AND_LAST)
            .begin(ticket -> network, START, (point, iterations) -> {});
    assertThat(session.trainUntil(2)).isFalse();
    assertThat(((Diverged) session.end()).iteration()).isEqualTo(2);
  }

  @Test
  void evaluating_every_zero_iterations_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainingSetup("5it", "0it", TestEvaluation.ALWAYS))
        .withMessage("evaluateEvery must be at least 1it, is 0it");
  }

  private Outcome train(String budget, String every, ScriptedNetwork network) {
    return train(trainingSetup(budget, every, TestEvaluation.BEST_AND_LAST), network, START);
  }

  private Outcome train(
      TrainingSetup trainingSetup, ScriptedNetwork network, TrainingRequest training) {
    TrainingSession session =
        trainingSetup.begin(ticket -> network, training, (point, iterations) -> heard.add(point));
    session.trainUntil(session.iterations());
    return session.end();
  }

  /** Eight examples: six to train on in batches of two, two for validation. */
  private static TrainingSetup trainingSetup(String budget, String every, TestEvaluation tests) {
    Choice optimizer = Trials.sgd("1", "0", "0");
    TrainingPlan plan =
        new TrainingPlan(
            optimizer,
            2,
            Step.parse(budget),
            Step.parse(every),
            tests,
            ComputePath.AUTO,
            Choice.of("constant"),
            Step.START);
    Split split = Split.of(1, 8, 2);
    return new TrainingSetup(
        Trials.PLANS.resolve(plan),
        new BatchOrder(split, 2),
        new Evaluation(samples(8), split.validation()),
        Evaluation.ofAll(samples(TEST_SIZE)));
  }

  private static Samples samples(int size) {
    return new Samples(
        new Shape(1, 1, 1), size, ByteBuffer.allocate(size), ByteBuffer.allocate(size));
  }
}
