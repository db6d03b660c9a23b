package dev.winnow.network;

import dev.winnow.dataset.Samples;
import java.util.function.IntUnaryOperator;

/** Turns the bytes of images into the numbers that a network reads. */
public final class PixelReader {
  private static final int AT_ONCE = 16;

  private static final int VALUES = 256;

  private final float[] table;
  private final int area;
  private final byte[] image;
  private final byte[] images;

  /**
   * @param table the number for each of the 256 pixel values, channel after channel
   * @param imageSize pixels of one image over all channels
   */
  public PixelReader(float[] table, int imageSize) {
    this.table = table.clone();
    this.area = imageSize / (table.length / VALUES);
    this.image = new byte[imageSize];
    this.images = new byte[AT_ONCE * imageSize];
  }

  public int imageSize() {
    return image.length;
  }

  /** Writes the examples' pixels, one example after another, to the beginning of {@code target}. */
  public void read(Samples samples, int[] examples, float[] target) {
    int place = 0;
    for (int example : examples) {
      samples.pixels().get(example * image.length, image);
      for (int first = 0; first < image.length; first += area) {
        int channel = first / area * VALUES;
        for (int i = first; i < first + area; i++) {
          target[place++] = table[channel + (image[i] & 0xFF)];
        }
      }
    }
  }

  /**
   * Writes pixels transposed: pixel p of example e goes to {@code target[place(p) + e]}.
   *
   * @param pixels which ones are written
   * @param place where the examples of a pixel begin
   */
  public void readColumns(
      Samples samples, int[] examples, int[] pixels, float[] target, IntUnaryOperator place) {
    for (int from = 0; from < examples.length; from += AT_ONCE) {
      int count = Math.min(AT_ONCE, examples.length - from);
      for (int e = 0; e < count; e++) {
        samples
            .pixels()
            .get(examples[from + e] * image.length, images, e * image.length, image.length);
      }
      for (int pixel : pixels) {
        int first = place.applyAsInt(pixel) + from;
        int channel = pixel / area * VALUES;
        for (int e = 0; e < count; e++) {
          target[first + e] = table[channel + (images[e * image.length + pixel] & 0xFF)];
        }
      }
    }
  }
}
