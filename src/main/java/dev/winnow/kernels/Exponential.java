package dev.winnow.kernels;

/**
 * exp(x) for x ≤ 0 by exp(n ln 2 + r) = 2ⁿ exp(r) and r's Taylor polynomial of degree 11: within
 * 1e-14 of the true value, the same bits on every platform, and faster than {@link StrictMath#exp}.
 */
public final class Exponential {
  private static final double LN2 = 0.6931471805599453;
  private static final double PER_LN2 = 1 / LN2;

  /** Below this a float cannot tell the result from zero. */
  private static final double LOWEST = -150;

  /** Added to and subtracted from a number it leaves the nearest integer, the even one of two. */
  private static final double ROUNDING = 0x1.8p52;

  /** 2ⁿ from the lowest n on to 0. */
  private static final double[] POWERS = new double[(int) Math.rint(-LOWEST * PER_LN2) + 1];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Math.scalb(1.0, i - POWERS.length + 1);
    }
  }

  private Exponential() {}

  /**
   * @param x at most 0, or not a number, which is what is then returned
   */
  public static double of(double x) {
    double n = nearest(x * PER_LN2);
    return product(x, polynomial(x - n * LN2), n);
  }

  private static double nearest(double x) {
    return x + ROUNDING - ROUNDING;
  }

  private static double polynomial(double r) {
    double sum = (1 / 39916800.0 * r + 1 / 3628800.0) * r + 1 / 362880.0;
    sum = ((sum * r + 1 / 40320.0) * r + 1 / 5040.0) * r + 1 / 720.0;
    sum = ((sum * r + 1 / 120.0) * r + 1 / 24.0) * r + 1 / 6.0;
    return ((sum * r + 0.5) * r + 1) * r + 1;
  }

  private static double product(double x, double sum, double n) {
    return x < LOWEST ? 0 : sum * POWERS[POWERS.length - 1 + (int) n];
  }

  /**
   * Replaces each number by its exponential, in loops of which all but the last become vectors.
   *
   * @param x at most 0, or not a number
   * @param n as long; overwritten
   * @param r as long; overwritten
   */
  public static void replace(double[] x, double[] n, double[] r) {
    for (int i = 0; i < x.length; i++) {
      n[i] = nearest(x[i] * PER_LN2);
    }
    for (int i = 0; i < x.length; i++) {
      r[i] = x[i] - n[i] * LN2;
    }
    for (int i = 0; i < r.length; i++) {
      r[i] = polynomial(r[i]);
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = product(x[i], r[i], n[i]);
    }
  }
}
