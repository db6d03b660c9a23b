package dev.winnow.dataset;

import java.nio.ByteBuffer;

/**
 * Labelled images as bytes.
 *
 * @param size number of examples
 * @param pixels {@code size × shape.size()} unsigned bytes, example after example, each image in
 *     channel, row, column order; read by absolute index only
 * @param labels {@code size} bytes, each from 0 to classes − 1; read by absolute index only
 */
public record Samples(Shape shape, int size, ByteBuffer pixels, ByteBuffer labels) {
  /**
   * @throws IllegalArgumentException if the buffers do not hold {@code size} examples
   */
  public Samples {
    if (pixels.capacity() != (long) size * shape.size() || labels.capacity() != size) {
      throw new IllegalArgumentException(
          "%d examples of %s need %d pixels and %d labels, there are %d and %d"
              .formatted(
                  size,
                  shape,
                  (long) size * shape.size(),
                  size,
                  pixels.capacity(),
                  labels.capacity()));
    }
  }

  public int label(int example) {
    return labels.get(example);
  }
}
