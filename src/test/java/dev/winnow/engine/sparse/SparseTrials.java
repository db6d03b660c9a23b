package dev.winnow.engine.sparse;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.Blobs;
import dev.winnow.engine.Trials;
import dev.winnow.engine.loop.PixelReader;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.List;
import java.util.stream.IntStream;

/** What tests train on the sparse path. */
final class SparseTrials {
  static final Samples SAMPLES = new Blobs().read().training();
  static final int BATCH = 10;

  private SparseTrials() {}

  static SparseNetwork network(
      List<LayerSpec> layers, Ticket ticket, Optimizer optimizer, Kernels kernels) {
    return new SparseNetwork(
        layers, Trials.plan(optimizer, BATCH, "1it", "1it"), ticket, SAMPLES, reader(), kernels);
  }

  static PixelReader reader() {
    float[] table = new float[256];
    IntStream.range(0, 256).forEach(p -> table[p] = (p - 100) / 80f);
    return new PixelReader(table, 9);
  }

  static int[] batch(int step) {
    return IntStream.range(0, BATCH).map(i -> (step * 3 + i * 7) % SAMPLES.size()).toArray();
  }
}
