package dev.winnow.dataset;

import java.nio.ByteBuffer;

/**
 * Six tiny images whose content is what the source says, and a count of how often they are read.
 */
class FakeDataset implements Dataset {
  private static final Shape SHAPE = new Shape(2, 3, 5);

  String source = "first";
  int reads;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public String summary() {
    return "Six tiny images";
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public int classes() {
    return 3;
  }

  @Override
  public int trainingExamples() {
    return 4;
  }

  @Override
  public int testExamples() {
    return 2;
  }

  @Override
  public double mean(int channel) {
    return 0.25;
  }

  @Override
  public double standardDeviation(int channel) {
    return 0.5;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public Images read() {
    reads++;
    return Images.of(samples(trainingExamples(), 1), samples(testExamples(), 7));
  }

  private Samples samples(int size, int factor) {
    byte[] pixels = new byte[size * SHAPE.size()];
    byte[] labels = new byte[size];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * factor + source.hashCode());
    }
    for (int i = 0; i < size; i++) {
      labels[i] = (byte) (i % classes());
    }
    return new Samples(SHAPE, size, ByteBuffer.wrap(pixels), ByteBuffer.wrap(labels));
  }
}
