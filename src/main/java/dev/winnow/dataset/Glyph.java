package dev.winnow.dataset;

import dev.winnow.random.RandomStream;
import java.util.List;

/** One digit as one hand writes it once: a function of its random stream. */
final class Glyph {
  static final int SIDE = 28;

  private static final double JITTER = 0.085;
  private static final double ROTATION = 0.32;
  private static final double SHEAR = 0.38;
  private static final double SHIFT = 3.2;
  private static final double NOISE = 0.12;

  /** Four bytes added up have this standard deviation. */
  private static final double NOISE_UNIT = 147.8;

  private final RandomStream random;

  Glyph(RandomStream random) {
    this.random = random;
  }

  /** Writes {@code SIDE × SIDE} grey levels, row after row, from {@code offset} on. */
  void draw(int digit, byte[] pixels, int offset) {
    double radius = between(0.6, 1.6);
    double edge = between(0.8, 2);
    double ink = between(0.55, 1);
    Canvas canvas = new Canvas(SIDE, radius + edge);
    List<List<Stroke>> ways = DigitStrokes.of(digit);
    double[] affine = affine();
    for (Stroke stroke : ways.get(random.nextInt(ways.size()))) {
      canvas.draw(placed(stroke.jittered(random, JITTER).polyline(), affine));
    }
    long bits = 0;
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      bits = pixel % 2 == 0 ? random.nextLong() : bits >>> 32;
      double level = ink * canvas.coverage(pixel, radius, edge) + NOISE * noise(bits);
      pixels[offset + pixel] = (byte) Math.max(0, Math.min(255, (int) (255 * level + 0.5)));
    }
  }

  /** x' = a·x + b·y + c, y' = d·x + e·y + f, about the glyph's middle: rotation × shear × scale. */
  private double[] affine() {
    double angle = between(-ROTATION, ROTATION);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double shear = between(-SHEAR, SHEAR);
    double width = between(8, 15);
    double height = between(14, 20);
    double a = cos * width;
    double b = (cos * shear - sin) * height;
    double d = sin * width;
    double e = (sin * shear + cos) * height;
    double middle = SIDE / 2.0;
    double c = middle - (a + b) / 2 + between(-SHIFT, SHIFT);
    double f = middle - (d + e) / 2 + between(-SHIFT, SHIFT);
    return new double[] {a, b, c, d, e, f};
  }

  private static double[] placed(double[] points, double[] affine) {
    double[] placed = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      placed[i] = affine[0] * points[i] + affine[1] * points[i + 1] + affine[2];
      placed[i + 1] = affine[3] * points[i] + affine[4] * points[i + 1] + affine[5];
    }
    return placed;
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Nearly normal, mean 0 and standard deviation 1, from the low 32 bits. */
  private static double noise(long bits) {
    long sum = (bits & 255) + (bits >>> 8 & 255) + (bits >>> 16 & 255) + (bits >>> 24 & 255);
    return (sum - 510) / NOISE_UNIT;
  }
}
