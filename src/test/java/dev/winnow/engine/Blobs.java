package dev.winnow.engine;

import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Images;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Shape;
import dev.winnow.random.RandomStream;
import java.nio.ByteBuffer;

/** Four classes of noisy 3×3 images, easy to learn: class c is bright in the pixels of its own. */
public final class Blobs implements Dataset {
  private static final Shape SHAPE = new Shape(1, 3, 3);

  @Override
  public String name() {
    return "blobs";
  }

  @Override
  public String summary() {
    return "Noisy images for tests";
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public int classes() {
    return 4;
  }

  @Override
  public int trainingExamples() {
    return 200;
  }

  @Override
  public int testExamples() {
    return 50;
  }

  @Override
  public double mean(int channel) {
    return 0.4;
  }

  @Override
  public double standardDeviation(int channel) {
    return 0.3;
  }

  @Override
  public String source() {
    return "1";
  }

  @Override
  public Images read() {
    return new Images(samples("training", 200), samples("test", 50), "blobs");
  }

  private static Samples samples(String part, int size) {
    RandomStream random = RandomStream.of(1, "blobs", part);
    ByteBuffer pixels = ByteBuffer.allocate(size * SHAPE.size());
    ByteBuffer labels = ByteBuffer.allocate(size);
    for (int example = 0; example < size; example++) {
      int label = random.nextInt(4);
      labels.put(example, (byte) label);
      for (int p = 0; p < SHAPE.size(); p++) {
        int bright = p % 4 == label ? 100 : 0;
        pixels.put(example * SHAPE.size() + p, (byte) (bright + random.nextInt(156)));
      }
    }
    return new Samples(SHAPE, size, pixels, labels);
  }
}
