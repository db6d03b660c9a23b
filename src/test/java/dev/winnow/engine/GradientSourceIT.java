package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Split;
import dev.winnow.engine.loop.GradientSource;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.criterion.flow.SynapticFlow;
import dev.winnow.network.PixelReader;
import dev.winnow.network.pure.PureNetworks;
import dev.winnow.network.pure.TrainingImages;
import dev.winnow.random.RandomStream;
import dev.winnow.training.ComputePath;
import dev.winnow.training.TrainingPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients by which networks are pruned. */
class GradientSourceIT {
  private static final Objective.Loss LOSS = new Objective.Loss(30, 5);

  /** So near that few units switch on or off on the way. */
  private static final float FAR = 0x1p-18f;

  @Test
  void the_gradient_of_the_loss_is_what_small_changes_make_of_it(@TempDir Path folder) {
    Function<Lesson, Learner> twin = DoubleTwin.ofSource().compiledTo(folder);
    assertSlopes(Trials.SMALL, new Blobs().read().training(), twin);
    assertSlopes(MapTrials.LAYERS, MapTrials.SAMPLES, twin);
  }

  private static void assertSlopes(
      List<LayerSpec> layers, Samples samples, Function<Lesson, Learner> twin) {
    Split split = Split.of(7, samples.size(), 5);
    int examples = 10;
    TrainingPlan plan = Trials.plan(Trials.sgd("1", "0", "0"), examples, "1it", "1it");
    float[] numbers = new float[256 * samples.shape().channels()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(i % 256);
    }
    PixelReader reader = new PixelReader(numbers, samples.shape().size());
    GradientSource slopes =
        new GradientSource(
            layers,
            split,
            (same, count) ->
                new PureNetworks(
                    same,
                    Trials.PLANS.resolve(plan),
                    new TrainingImages(samples, reader, Optional.empty()),
                    FastestKernels.choose()));
    Ticket ticket = Trials.ticket(layers, 0.6, 2);
    Weights gradient = slopes.gradient(ticket, new Objective.Loss(examples, 3));
    assertThat(ticket.mask().apply(gradient)).isEqualTo(gradient);
    int[] batch = split.draw(RandomStream.of(3, "gradient-batch"), examples);
    int near = 0;
    int[] places = places(ticket);
    for (int place : places) {
      double[] losses = new double[2];
      double way = 0;
      for (int side = 0; side < 2; side++) {
        float[] values = ticket.start().values();
        values[place] += side == 0 ? -FAR : FAR;
        way += side == 0 ? -values[place] : values[place];
        Ticket moved = new Ticket(ticket.mask(), new Weights(ticket.mask().layout(), values));
        Lesson lesson = new Lesson(layers, moved, plan, samples, GradientSourceIT::number);
        losses[side] = twin.apply(lesson).step(batch);
      }
      double slope = (losses[1] - losses[0]) / way;
      near += Math.abs(gradient.value(place) - slope) <= 1e-3 * Math.abs(slope) + 1e-5 ? 1 : 0;
    }
    // A unit that switches on between the two sides bends the loss there.
    assertThat(near).isGreaterThanOrEqualTo(places.length - 1);
  }

  private static float number(int pixel) {
    return (pixel - 100) / 80f;
  }

  /** Kept weights of each layer, and a bias of each. */
  private static int[] places(Ticket ticket) {
    ParameterLayout layout = ticket.mask().layout();
    return layout.places().stream()
        .flatMapToInt(
            place ->
                IntStream.range(place.offset(), place.end())
                    .filter(i -> !place.tensor().prunable() || ticket.start().value(i) != 0)
                    .limit(6))
        .toArray();
  }

  @ParameterizedTest
  @EnumSource(ComputePath.class)
  void they_are_functions_of_weights_and_draw_and_disturb_no_training(ComputePath path) {
    Ticket ticket = Trials.ticket(Trials.SMALL, 0.5, 1);
    try (Trainer trainer = trainer(path)) {
      Weights first = trainer.gradient(ticket, LOSS);
      Trained before = (Trained) trainer.train(ticket, (point, of) -> {});
      assertThat(trainer.gradient(ticket, LOSS)).isEqualTo(first);
      assertThat(trainer.gradient(ticket, new Objective.Loss(30, 6))).isNotEqualTo(first);
      Trained after = (Trained) trainer.train(ticket, (point, of) -> {});
      assertThat(after.finalWeights()).isEqualTo(before.finalWeights());
    }
    try (Trainer plain = trainer(ComputePath.AUTO);
        Trainer other = trainer(path)) {
      float[] expected = plain.gradient(ticket, LOSS).values();
      float[] found = other.gradient(ticket, LOSS).values();
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], offset(1e-6f));
      }
    }
  }

  /** Its images are all ones to the network, which has no negative weights and no biases. */
  @Test
  void the_flow_is_what_the_network_gives_for_an_image_of_ones() {
    for (List<LayerSpec> layers : List.of(MapTrials.LAYERS, MapTrials.NORMALISED)) {
      ParameterLayout layout = ParameterLayout.of(layers);
      float[] values = Trials.ticket(layers, 0.7, 4).start().values();
      for (ParameterLayout.Place place : layout.places()) {
        for (int i = place.offset(); i < place.end(); i++) {
          values[i] = place.tensor().prunable() ? Math.abs(values[i]) : place.tensor().start();
        }
      }
      Weights weights = new Weights(layout, values);
      Ticket ticket = new Ticket(Trials.ticket(layers, 1, 4).mask(), weights);
      float[] ones = new float[3 * 256];
      Arrays.fill(ones, 1);
      float[] logits =
          new PureNetworks(
                  layers,
                  Trials.resolved(Trials.sgd("1", "0", "0"), 1, "1it", "1it"),
                  new TrainingImages(
                      MapTrials.SAMPLES,
                      new PixelReader(ones, MapTrials.SHAPE.size()),
                      Optional.empty()),
                  FastestKernels.choose())
              .of(ticket)
              .logits(MapTrials.SAMPLES, new int[] {0});
      double sum = 0;
      for (float logit : logits) {
        sum += logit;
      }
      double flow = new SynapticFlow(layers, weights).sum();
      assertThat(sum).isCloseTo(flow, offset(1e-4 * flow));
    }
  }

  private static Trainer trainer(ComputePath path) {
    TrialSetup small = Trials.small(Trials.sgd("0.05", "0.9", "0.001"), "30it", "10it");
    TrialSetup setup =
        new TrialSetup(small.dataset(), small.layers(), small.plan().on(path), small.seed());
    Blobs blobs = new Blobs();
    return LocalEngine.open(Trials.PLANS, setup, blobs, blobs.read());
  }
}
