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

  /** Bytes in a line of a cache. */
  private static final int LINE = 64;

  private final Samples samples;
  private final int words;
  private final long[] bits;
  private final float[] levels = new float[256];
  private final long size;
  private final Map<IntBuffer, RowPairs> cachedBatches = new HashMap<>();
  private int cachedEntries;

  /** Written so that the loads of {@link #fetch} are not left out. */
  @SuppressWarnings("UnusedVariable")
  private int touched;

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
   * Has examples from anywhere brought near before {@link #read} needs them: loads that depend on
   * nothing wait for memory at the same time.
   */
  void fetch(int[] examples) {
    int pixels = samples.shape().size();
    int sum = 0;
    for (int example : examples) {
      for (int i = 0; i < pixels; i += LINE) {
        sum += samples.pixels().get(example * pixels + i);
      }
      sum += (int) bits[example * words];
    }
    touched += sum;
  }

  /**
   * Copies one example.
   *
   * @param someBytes receives its pixels from index {@code to · words · 64} on
   * @param someBits receives one bit for each from index {@code to · words} on, set where it is not
   *     zero
   */
  void read(int example, byte[] someBytes, long[] someBits, int to) {
    int pixels = samples.shape().size();
    samples.pixels().get(example * pixels, someBytes, to * words * Long.SIZE, pixels);
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
