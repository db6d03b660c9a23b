package dev.winnow.training;

import java.util.List;

/** Values to be learned, in an order of the caller's. */
public final class Variables {
  /**
   * Values one after another.
   *
   * @param end the index after the last one
   * @param decays whether these are weights that decay
   */
  public record Range(int begin, int end, boolean decays) {}

  private final float[] values;
  private final float[] factors;
  private final List<Range> ranges;
  private final boolean masked;

  /**
   * @param values at the start; they belong to the learner from then on, and so do the factors
   * @param factors as many: 0 where the mask prunes, else 1
   * @param ranges of values, which together are all of them
   * @throws IllegalArgumentException if there are more or fewer factors than values, or a range
   *     reaches beyond them
   */
  public Variables(float[] values, float[] factors, List<Range> ranges) {
    if (factors.length != values.length
        || ranges.stream().anyMatch(range -> range.end() > values.length)) {
      throw new IllegalArgumentException(
          "%d values have %d factors and the ranges %s"
              .formatted(values.length, factors.length, ranges));
    }
    this.values = values;
    this.factors = factors;
    this.ranges = List.copyOf(ranges);
    boolean pruned = false;
    for (float factor : factors) {
      pruned |= factor == 0;
    }
    this.masked = pruned;
  }

  /** Values that no learner moves. */
  public static Variables still(float[] values) {
    return new Variables(values, new float[values.length], List.of());
  }

  float[] values() {
    return values;
  }

  float[] factors() {
    return factors;
  }

  /** Whether any factor is 0. */
  boolean masked() {
    return masked;
  }

  List<Range> ranges() {
    return ranges;
  }
}
