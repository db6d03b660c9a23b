package dev.winnow.dataset;

import dev.winnow.random.RandomStream;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * Batches of images that are changed anew in each epoch. What becomes of an image is a function of
 * seed, epoch and example alone.
 *
 * <p>Holds two batches in turn, so that the one before stays what it is while the next is made; not
 * safe for use by several threads.
 */
public final class AugmentedBatches implements Batches {
  /** Pixels that come in from beyond each edge, at most. */
  private static final int REACH = 4;

  private final Augmentation augmentation;
  private final Samples originals;
  private final long seed;
  private final BatchOrder order;
  private final Samples samples;

  /**
   * @param originals all training examples
   * @param seed the trial's
   */
  public AugmentedBatches(
      Augmentation augmentation, Samples originals, long seed, BatchOrder order) {
    this.augmentation = augmentation;
    this.originals = originals;
    this.seed = seed;
    this.order = order;
    int size = 2 * order.batch(0).length;
    Shape shape = originals.shape();
    this.samples =
        new Samples(
            shape, size, ByteBuffer.allocate(size * shape.size()), ByteBuffer.allocate(size));
  }

  /** The two batches that {@link #batch} was asked for last. */
  public Samples samples() {
    return samples;
  }

  @Override
  public int iterationsPerEpoch() {
    return order.iterationsPerEpoch();
  }

  /**
   * Makes a batch in one half of {@link #samples}: that of even iterations or that of odd ones. It
   * stays until the second batch after it.
   */
  @Override
  public int[] batch(int iteration) {
    int[] examples = order.batch(iteration);
    int first = iteration % 2 * examples.length;
    for (int i = 0; i < examples.length; i++) {
      fill(first + i, examples[i], iteration / iterationsPerEpoch());
    }
    return IntStream.range(first, first + examples.length).toArray();
  }

  private void fill(int place, int example, int epoch) {
    RandomStream random = RandomStream.of(seed, "augmentation", epoch, example);
    boolean flipped = random.nextInt(2) == 1 && augmentation.flips();
    int down = augmentation.crops() ? random.nextInt(2 * REACH + 1) - REACH : 0;
    int right = augmentation.crops() ? random.nextInt(2 * REACH + 1) - REACH : 0;
    Shape shape = originals.shape();
    int to = place * shape.size();
    for (int row = 0; row < shape.channels() * shape.height(); row++) {
      int y = row % shape.height() + down;
      int from = example * shape.size() + (row + down) * shape.width();
      for (int column = 0; column < shape.width(); column++) {
        int x = (flipped ? shape.width() - 1 - column : column) + right;
        boolean inside = y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
        samples.pixels().put(to++, inside ? originals.pixels().get(from + x) : 0);
      }
    }
    samples.labels().put(place, originals.labels().get(example));
  }
}
