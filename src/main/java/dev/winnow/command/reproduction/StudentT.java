package dev.winnow.command.reproduction;

/**
 * Student's t distribution, for whole degrees of freedom (Abramowitz and Stegun, 26.7.3, 26.7.4).
 */
final class StudentT {
  private static final int HALVINGS = 60;

  private StudentT() {}

  /**
   * The t with P(|T| &lt; t) = {@code confidence}.
   *
   * @param confidence above 0 and below 1
   * @param degrees of freedom, at least 1
   */
  static double critical(double confidence, int degrees) {
    double low = 0;
    double high = Math.PI / 2;
    for (int i = 0; i < HALVINGS; i++) {
      double angle = (low + high) / 2;
      if (within(angle, degrees) < confidence) {
        low = angle;
      } else {
        high = angle;
      }
    }
    return Math.sqrt(degrees) * Math.tan(low);
  }

  /** P(|T| &lt; √degrees · tan(angle)), a finite sum. */
  private static double within(double angle, int degrees) {
    boolean odd = degrees % 2 == 1;
    double cosine = Math.cos(angle);
    double term = odd ? cosine : 1;
    double sum = 0;
    for (int power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
      sum += term;
      term *= cosine * cosine * (power + 1) / (power + 2);
    }
    double even = Math.sin(angle) * sum;
    return odd ? (angle + even) * 2 / Math.PI : even;
  }
}
