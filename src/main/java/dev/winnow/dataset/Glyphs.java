package dev.winnow.dataset;

import dev.winnow.random.RandomStream;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/** Digits drawn by code, for a machine that has no other data; each example is its own stream. */
@Component
final class Glyphs implements Dataset {
  /** {@link Images#checksum} of the set: a change of any pixel is another set. */
  static final String CHECKSUM = "c0568268957d75e11fdeaa44231593fd7be2a0db70379e1d20a2c47e470b2724";

  private static final long SEED = 28;
  private static final Shape SHAPE = new Shape(1, Glyph.SIDE, Glyph.SIDE);

  @Override
  public String name() {
    return "glyphs";
  }

  @Override
  public String summary() {
    return "Built-in grey digits of 28×28 pixels drawn by code, distorted and noisy";
  }

  @Override
  public Shape shape() {
    return SHAPE;
  }

  @Override
  public int classes() {
    return 10;
  }

  @Override
  public int trainingExamples() {
    return 60_000;
  }

  @Override
  public int testExamples() {
    return 10_000;
  }

  @Override
  public double mean(int channel) {
    return 0.1249;
  }

  @Override
  public double standardDeviation(int channel) {
    return 0.2128;
  }

  @Override
  public String source() {
    return CHECKSUM;
  }

  @Override
  public Images read() {
    return Images.of(drawn("training", trainingExamples()), drawn("test", testExamples()));
  }

  private Samples drawn(String part, int size) {
    byte[] pixels = new byte[size * SHAPE.size()];
    byte[] labels = new byte[size];
    for (int example = 0; example < size; example++) {
      RandomStream random = RandomStream.of(SEED, "glyphs", part, example);
      int digit = random.nextInt(classes());
      labels[example] = (byte) digit;
      new Glyph(random).draw(digit, pixels, example * SHAPE.size());
    }
    return new Samples(SHAPE, size, ByteBuffer.wrap(pixels), ByteBuffer.wrap(labels));
  }
}
