package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.training.ComputePath;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a step leaves to the garbage collector once its code is compiled. */
class StepAllocationIT {
  /** A few small objects. Activations of one layer, or vectors in boxes, would be more. */
  private static final long MOST = 8000;

  /** Likewise, where there are more layers, and more objects that say where maps stand. */
  private static final long MOST_OF_MAPS = 50_000;

  private static final int STEPS = 200;
  private static final int TRIES = 300;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @EnumSource(
      value = ComputePath.class,
      names = {"DENSE", "SPARSE"})
  void a_step_of_fully_connected_layers_makes_no_arrays(ComputePath path) {
    List<LayerSpec> layers = Trials.layers(9, 300, 100, 4);
    for (Samples samples : List.of(PureTrials.FULL, PureTrials.MOSTLY_BACKGROUND)) {
      PureNetwork network =
          PureTrials.network(
              layers,
              Trials.ticket(layers, 0.3, 2),
              Trials.adam("0.003", "1e-8", "0.001"),
              path,
              samples,
              FastestKernels.choose());
      assertThat(bytes(network, PureTrials.batch(0), MOST)).isLessThan(MOST);
    }
  }

  @Test
  void a_step_of_convolutions_makes_no_arrays() {
    for (List<LayerSpec> layers : List.of(MapTrials.NORMALISED, MapTrials.RESIDUAL)) {
      PureNetwork network =
          new PureNetworks(
                  layers,
                  Trials.resolved(Trials.adam("0.003", "1e-8", "0"), MapTrials.BATCH, "1it", "1it"),
                  new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
                  FastestKernels.choose())
              .of(Trials.ticket(layers, 0.3, 2));
      assertThat(bytes(network, MapTrials.batch(0), MOST_OF_MAPS)).isLessThan(MOST_OF_MAPS);
    }
  }

  /** The bytes of a step, as soon as they are few; else those after many steps. */
  private static long bytes(PureNetwork network, int[] batch, long few) {
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && bytes >= few; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int step = 0; step < STEPS; step++) {
        network.step(batch);
      }
      bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / STEPS;
    }
    return bytes;
  }
}
