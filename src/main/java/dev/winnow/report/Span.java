package dev.winnow.report;

/**
 * Two quantiles of an amount that is not certain.
 *
 * @param p50 its median
 * @param p90 what it exceeds in one of ten cases
 */
public record Span(double p50, double p90) {
  Span times(double factor) {
    return new Span(p50 * factor, p90 * factor);
  }

  Span plus(Span other) {
    return new Span(p50 + other.p50, p90 + other.p90);
  }
}
