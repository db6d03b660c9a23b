package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.Blobs;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.Kernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.PixelReader;
import dev.winnow.training.ComputePath;
import dev.winnow.training.TrainingPlan;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What tests train in pure Java: on images without a background, and on some that are mostly so.
 */
final class PureTrials {
  static final Samples FULL = new Blobs().read().training();
  static final Samples MOSTLY_BACKGROUND = mostlyBackground();
  static final int BATCH = 10;

  private PureTrials() {}

  /** Pixels below the middle become background. */
  private static Samples mostlyBackground() {
    ByteBuffer pixels = ByteBuffer.allocate(FULL.pixels().capacity());
    for (int i = 0; i < pixels.capacity(); i++) {
      byte level = FULL.pixels().get(i);
      pixels.put(i, (level & 0xFF) < 128 ? 0 : level);
    }
    return new Samples(FULL.shape(), FULL.size(), pixels, FULL.labels());
  }

  static PureNetwork network(
      List<LayerSpec> layers,
      Ticket ticket,
      Choice optimizer,
      ComputePath path,
      Samples samples,
      Kernels kernels) {
    TrainingPlan plan = Trials.on(path, Trials.plan(optimizer, BATCH, "1it", "1it"));
    Optional<SparseImagesCache> sparseImages = SparseImagesCache.of(samples, table());
    return new PureNetworks(
            layers,
            Trials.PLANS.resolve(plan),
            new TrainingImages(samples, reader(), sparseImages),
            kernels)
        .of(ticket);
  }

  static PixelReader reader() {
    return new PixelReader(table(), 9);
  }

  private static float[] table() {
    float[] table = new float[256];
    IntStream.range(0, 256).forEach(p -> table[p] = (p - 100) / 80f);
    return table;
  }

  static int[] batch(int step) {
    return IntStream.range(0, BATCH).map(i -> (step * 3 + i * 7) % FULL.size()).toArray();
  }
}
