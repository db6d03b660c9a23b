package dev.winnow.engine.pure;

import dev.winnow.dataset.Samples;

/**
 * Images that are mostly background, as pixels that are not: the number that the network reads is
 * {@code background + ink}, and ink is zero wherever a pixel's byte is.
 */
final class Ink {
  private final int[] starts;
  private final int[] pixels;
  private final float[] ink;

  /**
   * @param numbers what the network reads for each of the 256 values of a byte
   */
  Ink(Samples samples, float[] numbers) {
    int size = samples.shape().size();
    byte[] image = new byte[size];
    starts = new int[samples.size() + 1];
    for (int example = 0; example < samples.size(); example++) {
      samples.pixels().get(example * size, image);
      int count = 0;
      for (byte level : image) {
        count += level == 0 ? 0 : 1;
      }
      starts[example + 1] = Math.addExact(starts[example], count);
    }
    pixels = new int[starts[samples.size()]];
    ink = new float[pixels.length];
    int place = 0;
    for (int example = 0; example < samples.size(); example++) {
      samples.pixels().get(example * size, image);
      for (int pixel = 0; pixel < size; pixel++) {
        if (image[pixel] != 0) {
          pixels[place] = pixel;
          ink[place] = numbers[image[pixel] & 0xFF] - numbers[0];
          place++;
        }
      }
    }
  }

  /** Pixels of all examples that are not background. */
  int size() {
    return pixels.length;
  }

  /** Pixels of one example that are not background. */
  int count(int example) {
    return starts[example + 1] - starts[example];
  }

  /** Writes an example's pixels, ascending, and their ink from index {@code to} on. */
  void read(int example, int[] somePixels, float[] someInk, int to) {
    System.arraycopy(pixels, starts[example], somePixels, to, count(example));
    System.arraycopy(ink, starts[example], someInk, to, count(example));
  }
}
