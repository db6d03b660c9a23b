package dev.winnow.network.pure;

import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * Of each example the non-zero ones among some pixels, as a sparse row that is made when the
 * example is first asked for and kept, since it comes again in every epoch and every evaluation.
 */
final class SparseInputRows {
  private static final int LEVEL_BITS = 8;
  private static final int LEVEL = (1 << LEVEL_BITS) - 1;

  /** The farthest from one entry's place to the next. */
  private static final int MOST_STEPS = 255;

  private final int pixels;
  private final int read;
  private final int[] slots;
  private final long[] mask;
  private final byte[] bytes;
  private final long[] bits;
  private final IdentityHashMap<SparseImages, Store> stores = new IdentityHashMap<>();

  /**
   * @param pixels of one image
   * @param read those that matter, ascending
   */
  SparseInputRows(int pixels, int[] read) {
    this.pixels = pixels;
    this.read = read.length;
    this.slots = new int[pixels];
    this.mask = new long[SparseImages.words(pixels)];
    this.bytes = new byte[SparseImages.words(pixels) * Long.SIZE];
    this.bits = new long[SparseImages.words(pixels)];
    for (int slot = 0; slot < read.length; slot++) {
      slots[read[slot]] = slot;
      mask[read[slot] / Long.SIZE] |= 1L << read[slot];
    }
  }

  /** Numbers that {@link #write} takes. */
  int size(int examples) {
    return new FeatureMajor(read).size(examples);
  }

  /** Loads the rows of examples into the cache before {@link #write} needs them. */
  void prefetch(SparseImages images, int[] examples) {
    store(images, examples).prefetch(examples);
  }

  /** Writes examples as {@link FeatureMajor}, one unit for each pixel that matters. */
  void write(SparseImages images, int[] examples, float[] to) {
    Store store = store(images, examples);
    char[] entries = store.entries;
    float[] levels = images.levels();
    int stride = FeatureMajor.stride(examples.length);
    Arrays.fill(to, 0);
    for (int e = 0; e < examples.length; e++) {
      int place = FeatureMajor.row(0, stride) + e;
      int end = store.ends[examples[e]];
      for (int at = store.starts[examples[e]]; at < end; at++) {
        int entry = entries[at];
        place += (entry >>> LEVEL_BITS) * stride;
        to[place] = levels[entry & LEVEL];
      }
    }
  }

  /** With the rows of these examples, among others. */
  private Store store(SparseImages images, int[] examples) {
    Store store = stores.computeIfAbsent(images, some -> new Store(some.examples()));
    store.makeRoom(examples.length * (pixels + 1));
    for (int example : examples) {
      if (store.ends[example] == 0) {
        add(images, example, store);
      }
    }
    return store;
  }

  private void add(SparseImages images, int example, Store store) {
    images.read(example, bytes, bits, 0);
    int at = store.size;
    int slot = 0;
    store.starts[example] = at;
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word] & mask[word]; left != 0; left &= left - 1) {
        int pixel = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        for (; slots[pixel] - slot > MOST_STEPS; slot += MOST_STEPS) {
          store.entries[at++] = (char) (MOST_STEPS << LEVEL_BITS);
        }
        int level = bytes[pixel] & LEVEL;
        store.entries[at++] = (char) (((slots[pixel] - slot) << LEVEL_BITS) | level);
        slot = slots[pixel];
      }
    }
    store.ends[example] = at;
    store.size = at;
  }

  /**
   * Rows one after another; each entry holds how far a pixel's place is from the one before, and
   * its level: zero where the next pixel is too far for one entry.
   */
  private static final class Store {
    /** The most entries, of two bytes each. */
    private static final int MOST = 1 << 26;

    /** Entries in one line of a cache, and the lines of a row that are prefetched. */
    private static final int LINE = 32;

    private static final int LINES = 4;

    private final int[] starts;

    /** Zero where there is no row; the first row begins after that. */
    private final int[] ends;

    private char[] entries = {};
    private int size = 1;

    /** Written so that the loads are not left out. */
    @SuppressWarnings("UnusedVariable")
    private int prefetched;

    Store(int examples) {
      starts = new int[examples];
      ends = new int[examples];
    }

    /** Drops all rows if there are too many. */
    void makeRoom(int count) {
      int needed = count + LINE * LINES;
      if (size > 1 && size > MOST - needed) {
        Arrays.fill(ends, 0);
        size = 1;
      }
      if (entries.length < size + needed) {
        entries = Arrays.copyOf(entries, Math.max(2 * size, 1) + needed);
      }
    }

    /** Loads that do not depend on each other overlap. */
    void prefetch(int[] examples) {
      int sum = 0;
      for (int example : examples) {
        for (int line = 0; line < LINES; line++) {
          sum += entries[starts[example] + line * LINE];
        }
      }
      prefetched += sum;
    }
  }
}
