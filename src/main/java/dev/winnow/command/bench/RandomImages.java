package dev.winnow.command.bench;

import dev.winnow.dataset.Images;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Shape;
import dev.winnow.random.RandomStream;
import java.nio.ByteBuffer;

/**
 * Random pictures of 32×32 pixels in three colours and ten classes, for those who measure speed.
 */
final class RandomImages {
  private static final Shape SHAPE = new Shape(3, 32, 32);
  private static final int TRAINING = 6000;

  /** Images of one evaluation. */
  static final int TEST = 256;

  private final Images images;

  RandomImages(long seed) {
    RandomStream random = RandomStream.of(seed, "random-images");
    images = new Images(samples(random, TRAINING), samples(random, TEST), "random");
  }

  private static Samples samples(RandomStream random, int count) {
    ByteBuffer pixels = ByteBuffer.allocate(count * SHAPE.size());
    for (int i = 0; i < pixels.capacity(); i++) {
      pixels.put(i, (byte) random.nextInt(256));
    }
    ByteBuffer labels = ByteBuffer.allocate(count);
    for (int i = 0; i < count; i++) {
      labels.put(i, (byte) (i % 10));
    }
    return new Samples(SHAPE, count, pixels, labels);
  }

  Images images() {
    return images;
  }

  /** What a network reads for each value of a byte in each channel. */
  float[] numbers() {
    float[] numbers = new float[3 * 256];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (i % 256 - 127.5f) / 64;
    }
    return numbers;
  }
}
