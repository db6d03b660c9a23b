package dev.winnow.report;

/** A value gathered over trials, each of which may give several replicates one after another. */
final class SpreadSum {
  private double inTrial;
  private int replicates;
  private double sum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private int trials;

  void add(double value) {
    inTrial += value;
    replicates++;
  }

  /** Says that the replicates of one trial, at least one, have been added. */
  void endTrial() {
    double mean = inTrial / replicates;
    sum += mean;
    min = Math.min(min, mean);
    max = Math.max(max, mean);
    trials++;
    inTrial = 0;
    replicates = 0;
  }

  Spread spread() {
    return new Spread(sum / trials, min, max);
  }
}
