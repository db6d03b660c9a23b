package dev.winnow.engine.pure;

import java.util.Arrays;

/**
 * The ink of a batch as a sparse matrix: by example, and by pixel. Of the pixels of an image only
 * some may be read; where it goes by pixel, these are counted as they were named.
 */
final class InkBatch {
  private final int[] slots;
  private int[] exampleStarts = new int[1];
  private int[] pixelsOf = new int[0];
  private float[] ink = new float[0];
  private final int[] pixelStarts;
  private final int[] next;
  private int[] examplesOf = new int[0];
  private float[] inkByPixel = new float[0];

  /**
   * @param pixels of one image
   * @param read those that are read, ascending
   */
  InkBatch(int pixels, int[] read) {
    slots = new int[pixels];
    Arrays.fill(slots, read.length);
    for (int slot = 0; slot < read.length; slot++) {
      slots[read[slot]] = slot;
    }
    pixelStarts = new int[read.length + 1];
    next = new int[read.length + 1];
  }

  void read(Ink source, int[] examples) {
    int total = 0;
    for (int example : examples) {
      total += source.count(example);
    }
    if (exampleStarts.length != examples.length + 1) {
      exampleStarts = new int[examples.length + 1];
    }
    if (ink.length < total) {
      pixelsOf = new int[2 * total];
      ink = new float[2 * total];
    }
    int place = 0;
    for (int e = 0; e < examples.length; e++) {
      source.read(examples[e], pixelsOf, ink, place);
      place += source.count(examples[e]);
      exampleStarts[e + 1] = place;
    }
  }

  /** From each example to its pixels, all of them and as they stand in the image. */
  Connections byExample() {
    return new Connections(exampleStarts, pixelsOf);
  }

  /** One factor for each of the connections {@link #byExample}. */
  float[] inkByExample() {
    return ink;
  }

  /**
   * Writes the ink as {@link Columns}.
   *
   * @param columns one row for each pixel that is read, and one more for the others
   */
  void columns(float[] columns, int stride) {
    Arrays.fill(columns, 0);
    for (int e = 0; e + 1 < exampleStarts.length; e++) {
      for (int i = exampleStarts[e]; i < exampleStarts[e + 1]; i++) {
        columns[slots[pixelsOf[i]] * stride + e] = ink[i];
      }
    }
  }

  /** Sorts what was read by pixel; the examples of a pixel ascend. */
  void sortByPixel() {
    int total = exampleStarts[exampleStarts.length - 1];
    if (examplesOf.length < total) {
      examplesOf = new int[2 * total];
      inkByPixel = new float[2 * total];
    }
    Arrays.fill(next, 0);
    for (int i = 0; i < total; i++) {
      next[slots[pixelsOf[i]]]++;
    }
    int place = 0;
    for (int slot = 0; slot < next.length; slot++) {
      pixelStarts[slot] = place;
      place += next[slot];
      next[slot] = pixelStarts[slot];
    }
    for (int e = 0; e + 1 < exampleStarts.length; e++) {
      for (int i = exampleStarts[e]; i < exampleStarts[e + 1]; i++) {
        int to = next[slots[pixelsOf[i]]]++;
        examplesOf[to] = e;
        inkByPixel[to] = ink[i];
      }
    }
  }

  /** From each pixel to the examples in which it is not background; after {@link #sortByPixel}. */
  Connections byPixel() {
    return new Connections(pixelStarts, examplesOf);
  }

  /** One factor for each of the connections {@link #byPixel}. */
  float[] inkByPixel() {
    return inkByPixel;
  }
}
