package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Images that are mostly background, as sparse rows: the number that the network reads is {@code
 * background + level}, and the level is zero wherever a pixel's byte is.
 */
final class SparseImages {
  /** The most entries of all cached batches, which take 12 bytes each. */
  private static final int MOST = 1 << 23;

  private final Samples samples;
  private final int words;
  private final long[] bits;
  private final float[] levels = new float[256];
  private final long size;
  private final Map<IntBuffer, RowPairs> cachedBatches = new HashMap<>();
  private int cachedEntries;

  /**
   * @param numbers what the network reads for each of the 256 values of a byte
   */
  SparseImages(Samples samples, float[] numbers) {
    this.samples = samples;
    int pixels = samples.shape().size();
    words = words(pixels);
    bits = new long[Math.multiplyExact(samples.size(), words)];
    byte[] image = new byte[pixels];
    long count = 0;
    for (int example = 0; example < samples.size(); example++) {
      samples.pixels().get(example * pixels, image);
      for (int pixel = 0; pixel < pixels; pixel++) {
        if (image[pixel] != 0) {
          bits[example * words + pixel / Long.SIZE] |= 1L << pixel;
          count++;
        }
      }
    }
    size = count;
    for (int level = 0; level < levels.length; level++) {
      levels[level] = numbers[level] - numbers[0];
    }
  }

  /** Longs that hold one bit for each pixel. */
  static int words(int pixels) {
    return (pixels + Long.SIZE - 1) / Long.SIZE;
  }

  int examples() {
    return samples.size();
  }

  /** The non-zero pixels of all examples. */
  long size() {
    return size;
  }

  /** The level of each of the 256 values of a byte; not to be changed. */
  float[] levels() {
    return levels;
  }

  /**
   * Copies one example.
   *
   * @param someBytes receives its pixels from index {@code example · pixels} on
   * @param someBits receives one bit for each, set where it is not zero
   */
  void read(int example, byte[] someBytes, long[] someBits, int to) {
    int pixels = samples.shape().size();
    samples.pixels().get(example * pixels, someBytes, to * pixels, pixels);
    System.arraycopy(bits, example * words, someBits, to * words, words);
  }

  /**
   * The rows of examples that come again and again in the same order, kept after the first time.
   *
   * @param batch reads them if they are not known
   */
  RowPairs cached(int[] examples, SparseBatch batch) {
    RowPairs known = cachedBatches.get(IntBuffer.wrap(examples));
    if (known != null) {
      return known;
    }
    batch.read(this, examples);
    RowPairs pairs = batch.byExample();
    int count = pairs.matrix().pattern().size();
    if (cachedEntries <= MOST - count) {
      cachedEntries += count;
      cachedBatches.put(IntBuffer.wrap(examples.clone()), pairs.copy());
    }
    return pairs;
  }
}
