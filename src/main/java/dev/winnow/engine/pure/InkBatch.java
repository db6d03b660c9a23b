package dev.winnow.engine.pure;

import java.util.Arrays;

/** The ink of a batch as a sparse matrix: by example, and by pixel. */
final class InkBatch {
  private final int pixels;
  private int[] exampleStarts = new int[1];
  private int[] pixelsOf = new int[0];
  private float[] ink = new float[0];
  private final int[] pixelStarts;
  private final int[] next;
  private int[] examplesOf = new int[0];
  private float[] inkByPixel = new float[0];

  /**
   * @param pixels of one image
   */
  InkBatch(int pixels) {
    this.pixels = pixels;
    this.pixelStarts = new int[pixels + 1];
    this.next = new int[pixels];
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

  /** From each example to its pixels. */
  Connections byExample() {
    return new Connections(exampleStarts, pixelsOf);
  }

  /** One factor for each of the connections {@link #byExample}. */
  float[] inkByExample() {
    return ink;
  }

  /** Sorts what was read by pixel; the examples of a pixel ascend. */
  void sortByPixel() {
    int total = exampleStarts[exampleStarts.length - 1];
    if (examplesOf.length < total) {
      examplesOf = new int[2 * total];
      inkByPixel = new float[2 * total];
    }
    Arrays.fill(pixelStarts, 0);
    for (int i = 0; i < total; i++) {
      pixelStarts[pixelsOf[i] + 1]++;
    }
    for (int pixel = 0; pixel < pixels; pixel++) {
      pixelStarts[pixel + 1] += pixelStarts[pixel];
    }
    System.arraycopy(pixelStarts, 0, next, 0, pixels);
    for (int e = 0; e + 1 < exampleStarts.length; e++) {
      for (int i = exampleStarts[e]; i < exampleStarts[e + 1]; i++) {
        int place = next[pixelsOf[i]]++;
        examplesOf[place] = e;
        inkByPixel[place] = ink[i];
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
