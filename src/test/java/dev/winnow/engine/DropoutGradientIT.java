package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ResidualBlock;
import dev.winnow.architecture.Weights;
import dev.winnow.dataset.Split;
import dev.winnow.engine.dl4j.Dl4jNetworks;
import dev.winnow.engine.loop.GradientSource;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.Networks;
import dev.winnow.network.pure.PureNetworks;
import dev.winnow.network.pure.TrainingImages;
import dev.winnow.training.ResolvedPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks are pruned by gradients in which nothing is dropped. */
class DropoutGradientIT {
  private static final int EXAMPLES = 10;
  private static final Objective LOSS = new Objective.Loss(EXAMPLES, 3);

  static List<List<LayerSpec>> networks() {
    return List.of(MapTrials.DROPPED, MapTrials.LISTED_BLOCKS);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void a_gradient_is_that_of_the_same_network_without_its_dropouts(List<LayerSpec> layers) {
    List<LayerSpec> bare = layers.stream().flatMap(DropoutGradientIT::without).toList();
    Ticket ticket = Trials.ticket(layers, 0.6, 2);
    assertThat(bare.toString()).doesNotContain("Dropout");
    for (long seed : new long[] {1, 2}) {
      assertThat(pure(layers, seed).gradient(ticket, LOSS))
          .isEqualTo(pure(bare, 0).gradient(ticket, LOSS));
      assertThat(dl4j(layers, seed).gradient(ticket, LOSS))
          .isEqualTo(dl4j(bare, 0).gradient(ticket, LOSS));
    }
    Weights flow = pure(layers, 1).gradient(ticket, new Objective.SynapticFlow());
    assertThat(flow).isEqualTo(pure(bare, 0).gradient(ticket, new Objective.SynapticFlow()));
  }

  /** What the test above would see otherwise. */
  @Test
  void a_training_does_drop() {
    Ticket ticket = Trials.ticket(MapTrials.DROPPED, 0.6, 2);
    assertThat(loss(MapTrials.DROPPED, 1, ticket)).isNotEqualTo(loss(MapTrials.DROPPED, 2, ticket));
  }

  private static double loss(List<LayerSpec> layers, long seed, Ticket ticket) {
    try (Networks networks = pureNetworks(layers, MapTrials.BATCH, seed)) {
      return networks.of(ticket).step(MapTrials.batch(0));
    }
  }

  private static Stream<LayerSpec> without(LayerSpec layer) {
    if (layer instanceof ResidualBlock block) {
      List<LayerSpec> branch = block.branch().stream().flatMap(DropoutGradientIT::without).toList();
      return Stream.of(
          new ResidualBlock(block.name(), branch, block.shortcut(), block.activation()));
    }
    return Stream.of(layer).filter(each -> !(each instanceof LayerSpec.Dropout));
  }

  private static GradientSource pure(List<LayerSpec> layers, long seed) {
    return new GradientSource(layers, split(), (given, count) -> pureNetworks(given, count, seed));
  }

  private static Networks pureNetworks(List<LayerSpec> layers, int count, long seed) {
    return new PureNetworks(
        layers,
        plan(count),
        new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
        FastestKernels.choose(),
        seed);
  }

  private static GradientSource dl4j(List<LayerSpec> layers, long seed) {
    return new GradientSource(
        layers,
        split(),
        (given, count) ->
            new Dl4jNetworks(given, plan(count), MapTrials.SAMPLES, MapTrials.reader(), seed));
  }

  private static Split split() {
    return Split.of(7, MapTrials.SAMPLES.size(), 5);
  }

  private static ResolvedPlan plan(int examples) {
    return Trials.resolved(Trials.sgd("1", "0", "0"), examples, "1it", "1it");
  }
}
