package dev.winnow.command.reproduction;

/**
 * Between which values a quantity must lie, both ends allowed.
 *
 * @param low negative infinity if there is no lower end
 * @param high positive infinity if there is no upper end
 * @param unit as it is printed, with the space before it
 */
record Limits(double low, double high, String unit) {
  /** Far below the resolution of any accuracy, far above the rounding errors of a mean. */
  private static final double ROUNDING = 1e-9;

  static Limits between(double low, double high, String unit) {
    return new Limits(low, high, unit);
  }

  static Limits atLeast(double low, String unit) {
    return new Limits(low, Double.POSITIVE_INFINITY, unit);
  }

  static Limits atMost(double high, String unit) {
    return new Limits(Double.NEGATIVE_INFINITY, high, unit);
  }

  boolean contain(double value) {
    return value >= low - ROUNDING && value <= high + ROUNDING;
  }

  @Override
  public String toString() {
    if (Double.isInfinite(high)) {
      return "at least " + number(low) + unit;
    }
    return Double.isInfinite(low)
        ? "at most " + number(high) + unit
        : number(low) + " to " + number(high) + unit;
  }

  private static String number(double value) {
    return String.valueOf(value);
  }
}
