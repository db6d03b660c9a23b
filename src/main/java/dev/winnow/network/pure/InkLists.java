package dev.winnow.network.pure;

import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * Of each example the ink of some pixels alone, listed when the example is first asked for and
 * kept, since it comes again in every epoch and every evaluation.
 */
final class InkLists {
  private static final int LEVEL_BITS = 8;
  private static final int LEVEL = (1 << LEVEL_BITS) - 1;

  private final int pixels;
  private final int read;
  private final int[] slots;
  private final long[] mask;
  private final byte[] bytes;
  private final long[] bits;
  private final IdentityHashMap<Ink, Shelf> shelves = new IdentityHashMap<>();

  /**
   * @param pixels of one image
   * @param read those that matter, ascending
   */
  InkLists(int pixels, int[] read) {
    this.pixels = pixels;
    this.read = read.length;
    this.slots = new int[pixels];
    this.mask = new long[Ink.words(pixels)];
    this.bytes = new byte[pixels];
    this.bits = new long[Ink.words(pixels)];
    for (int slot = 0; slot < read.length; slot++) {
      slots[read[slot]] = slot;
      mask[read[slot] / Long.SIZE] |= 1L << read[slot];
    }
  }

  /** Numbers that {@link #write} takes. */
  int size(int examples) {
    return Columns.size(read, examples);
  }

  /** Has the lists of examples from anywhere brought near before {@link #write} needs them. */
  void fetch(Ink ink, int[] examples) {
    shelf(ink, examples).touch(examples);
  }

  /** Writes examples as {@link Columns}, one unit for each pixel that matters. */
  void write(Ink ink, int[] examples, float[] columns) {
    Shelf shelf = shelf(ink, examples);
    int[] entries = shelf.entries;
    float[] levels = ink.levels();
    int stride = Columns.stride(examples.length);
    Arrays.fill(columns, 0);
    for (int e = 0; e < examples.length; e++) {
      int place = Columns.row(0, stride) + e;
      int end = shelf.ends[examples[e]];
      for (int at = shelf.starts[examples[e]]; at < end; at++) {
        columns[place + (entries[at] >>> LEVEL_BITS) * stride] = levels[entries[at] & LEVEL];
      }
    }
  }

  /** With the lists of these examples, among others. */
  private Shelf shelf(Ink ink, int[] examples) {
    Shelf shelf = shelves.computeIfAbsent(ink, some -> new Shelf(some.examples()));
    shelf.makeRoom(examples.length * pixels);
    for (int example : examples) {
      if (shelf.ends[example] == 0) {
        list(ink, example, shelf);
      }
    }
    return shelf;
  }

  private void list(Ink ink, int example, Shelf shelf) {
    ink.read(example, bytes, bits, 0);
    int at = shelf.size;
    shelf.starts[example] = at;
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word] & mask[word]; left != 0; left &= left - 1) {
        int pixel = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        shelf.entries[at++] = slots[pixel] << LEVEL_BITS | (bytes[pixel] & LEVEL);
      }
    }
    shelf.ends[example] = at;
    shelf.size = at;
  }

  /** Lists one after another; each entry holds the place of a pixel and its level. */
  private static final class Shelf {
    /** What is kept at most, of four bytes each. */
    private static final int MOST = 1 << 25;

    /** Entries in one line of a cache, and the lines of a list that are brought near. */
    private static final int LINE = 16;

    private static final int LINES = 6;

    private final int[] starts;

    /** Zero where there is no list; the first list begins after that. */
    private final int[] ends;

    private int[] entries = new int[0];
    private int size = 1;

    /** Written so that the loads are not left out. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    Shelf(int examples) {
      starts = new int[examples];
      ends = new int[examples];
    }

    /** Throws everything away if there is too much of it. */
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

    /** Loads that depend on nothing wait for memory at the same time. */
    void touch(int[] examples) {
      int sum = 0;
      for (int example : examples) {
        for (int line = 0; line < LINES; line++) {
          sum += entries[starts[example] + line * LINE];
        }
      }
      touched += sum;
    }
  }
}
