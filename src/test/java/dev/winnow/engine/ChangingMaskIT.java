package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.training.ComputePath;
import dev.winnow.training.LearningCurve.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training whose mask changes on the way: weights go, and others come. */
class ChangingMaskIT {
  private static final List<Integer> CHANGES = List.of(20, 40, 60);
  private static final Ticket DENSE = Trials.ticket(Trials.SMALL, 1, 1);

  /** The checkpoints of a training, and where the next one goes on. */
  private static final class Log implements ProgressListener {
    final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Optional<Checkpoint> origin;

    Log(Optional<Checkpoint> origin) {
      this.origin = origin;
    }

    @Override
    public Optional<Checkpoint> origin() {
      return origin;
    }

    @Override
    public void evaluated(Point point, int iterations) {}

    @Override
    public void passed(int iteration, Supplier<Checkpoint> here) {
      checkpoints.add(here.get());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "DENSE", "SPARSE", "DL4J"})
  void it_goes_on_from_any_iteration_to_the_same_bits(ComputePath path) {
    Log log = new Log(Optional.empty());
    Trained undisturbed = train(path, log);
    assertThat(undisturbed.mask().density()).isBetween(0.2, 0.4);
    for (int stop : List.of(1, 19, 20, 21, 39, 40, 41, 59, 60, 61, 99)) {
      Trained resumed = train(path, new Log(Optional.of(log.checkpoints.get(stop - 1))));
      assertThat(resumed.mask()).as("after " + stop).isEqualTo(undisturbed.mask());
      assertThat(resumed.finalWeights()).as("after " + stop).isEqualTo(undisturbed.finalWeights());
      assertThat(resumed.memory()).as("after " + stop).isEqualTo(undisturbed.memory());
      assertThat(resumed.curve()).as("after " + stop).isEqualTo(undisturbed.curve());
      assertThat(resumed.atEarlyStop()).as("after " + stop).isEqualTo(undisturbed.atEarlyStop());
    }
  }

  @Test
  void what_goes_is_zero_and_forgotten_and_what_comes_begins_there() {
    try (Trainer trainer = trainer(ComputePath.AUTO)) {
      TrainingSession session =
          trainer.begin(TrainingRequest.full(DENSE), new Log(Optional.empty()));
      session.trainUntil(50);
      Mask half = half(session.weights());
      session.change(half);
      assertThat(session.weights()).isEqualTo(half.apply(session.weights()));
      session.trainUntil(70);
      assertThat(session.weights()).isEqualTo(half.apply(session.weights()));
      session.change(Mask.dense(DENSE.mask().layout()));
      assertThat(session.weights()).isEqualTo(half.apply(session.weights()));
      session.trainUntil(71);
      assertThat(session.weights()).isNotEqualTo(half.apply(session.weights()));
      Trained trained = (Trained) session.end();
      assertThat(trained.memory().updates()).isEqualTo(71);
    }
  }

  @Test
  void early_stop_is_looked_for_under_the_last_mask() {
    Trained trained = train(ComputePath.AUTO, new Log(Optional.empty()));
    assertThat(trained.curve().points()).extracting(Point::iteration).contains(7, 14, 98, 100);
    assertThat(trained.atEarlyStop().iteration()).isGreaterThan(60);
    double lowest =
        trained.curve().points().stream()
            .filter(point -> point.iteration() > 60)
            .mapToDouble(point -> point.validation().loss())
            .min()
            .orElseThrow();
    assertThat(trained.atEarlyStop().validation().loss()).isEqualTo(lowest);
  }

  @Test
  void a_training_may_end_before_its_budget_and_is_measured_there() {
    try (Trainer trainer = trainer(ComputePath.AUTO)) {
      TrainingSession session =
          trainer.begin(TrainingRequest.full(DENSE), new Log(Optional.empty()));
      session.trainUntil(30);
      Trained trained = (Trained) session.end();
      assertThat(trained.atEnd().iteration()).isEqualTo(30);
      assertThat(trained.curve().points()).extracting(Point::iteration).endsWith(28, 30);
    }
  }

  @Test
  void the_mask_of_frozen_weights_does_not_change() {
    Ticket frozen = new Ticket(half(DENSE.start()), DENSE.start(), true);
    try (Trainer trainer = trainer(ComputePath.AUTO)) {
      TrainingSession session =
          trainer.begin(TrainingRequest.full(frozen), new Log(Optional.empty()));
      session.trainUntil(10);
      assertThatIllegalStateException().isThrownBy(() -> session.change(DENSE.mask()));
    }
  }

  /** At 20 half of the weights go, at 40 half of the rest, at 60 some that went come back. */
  private static Trained train(ComputePath path, Log log) {
    try (Trainer trainer = trainer(path)) {
      TrainingSession session = trainer.begin(TrainingRequest.full(DENSE), log);
      for (int at : CHANGES) {
        if (at >= session.iteration()) {
          session.trainUntil(at);
          session.change(at == 60 ? more(session.mask()) : half(session.mask(), session.weights()));
        }
      }
      session.trainUntil(session.iterations());
      return (Trained) session.end();
    }
  }

  private static Mask half(Weights weights) {
    return half(DENSE.mask(), weights);
  }

  private static Mask half(Mask mask, Weights weights) {
    float[] sizes = ScoringContext.prunable(weights);
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    return mask.keepHighest(sizes, mask.keptPerTensor().stream().map(kept -> kept / 2).toList());
  }

  private static Mask more(Mask mask) {
    boolean[] kept = new boolean[mask.size()];
    for (int position : mask.survivors()) {
      kept[position] = true;
    }
    for (int position = 0; position < kept.length; position += 10) {
      kept[position] = true;
    }
    int[] positions = IntStream.range(0, kept.length).filter(p -> kept[p]).toArray();
    return Mask.keeping(mask.layout(), positions);
  }

  private static Trainer trainer(ComputePath path) {
    TrialSetup small = Trials.small(Trials.adam("0.01", "1e-8", "0.01"), "100it", "7it");
    TrialSetup setup =
        new TrialSetup(
            small.dataset(), small.layers(), Trials.on(path, small.plan()), small.seed());
    Blobs blobs = new Blobs();
    return LocalEngine.open(Trials.PLANS, setup, blobs, blobs.read());
  }
}
