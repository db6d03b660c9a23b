package dev.winnow.architecture;

import dev.winnow.checksum.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** All values that a network has learned, or begins with. Immutable. */
public final class Weights {
  private final ParameterLayout layout;
  private final float[] values;

  /**
   * @param values {@code layout.size()} values in the order of the layout; copied
   * @throws IllegalArgumentException if there are more or fewer
   */
  public Weights(ParameterLayout layout, float[] values) {
    if (values.length != layout.size()) {
      throw new IllegalArgumentException(
          "The layout holds %d values, there are %d".formatted(layout.size(), values.length));
    }
    this.layout = layout;
    this.values = values.clone();
  }

  /**
   * The inverse of {@link #toBytes}.
   *
   * @throws IllegalArgumentException if the bytes do not hold {@code layout.size()} values
   */
  public static Weights fromBytes(ParameterLayout layout, byte[] bytes) {
    if (bytes.length != (long) layout.size() * Float.BYTES) {
      throw new IllegalArgumentException(
          "The layout holds %d values, there are %d bytes".formatted(layout.size(), bytes.length));
    }
    float[] values = new float[layout.size()];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new Weights(layout, values);
  }

  public ParameterLayout layout() {
    return layout;
  }

  /** A copy of all values in the order of the layout. */
  public float[] values() {
    return values.clone();
  }

  public float value(int index) {
    return values[index];
  }

  /** The standard deviation (÷ n) of one tensor's values; 0 if it has none. */
  public double deviation(ParameterLayout.Place place) {
    double sum = 0;
    double squares = 0;
    for (int i = place.offset(); i < place.end(); i++) {
      sum += values[i];
      squares += (double) values[i] * values[i];
    }
    int count = Math.max(1, place.tensor().size());
    return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
  }

  /** All values as little-endian IEEE 754 single precision, in the order of the layout. */
  public byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** SHA-256 of {@link #toBytes} in hex. */
  public String sha256() {
    return Sha256.of(toBytes());
  }

  /** Equal when layout and values are, to the bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Weights weights
        && layout.equals(weights.layout)
        && Arrays.equals(values, weights.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
