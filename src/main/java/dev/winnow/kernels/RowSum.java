package dev.winnow.kernels;

import java.util.Arrays;

/** A sum along a row in {@link Kernels#LANES} partial sums, each in chains. */
final class RowSum {
  private static final int LANES = Kernels.LANES;

  private final float[] totals = new float[LANES];
  private final float[] chains = new float[LANES];

  /** Begins a new sum, its first partial sum at a number. */
  void begin(float start) {
    Arrays.fill(totals, 0);
    Arrays.fill(chains, 0);
    chains[0] = start;
  }

  /** Adds the term of a column. */
  void add(int column, float factor, float number) {
    int lane = column % LANES;
    if (column >= LANES && column / LANES % Kernels.CHAIN == 0) {
      totals[lane] += chains[lane];
      chains[lane] = 0;
    }
    chains[lane] = Math.fma(factor, number, chains[lane]);
  }

  float sum() {
    for (int lane = 0; lane < LANES; lane++) {
      totals[lane] += chains[lane];
    }
    return Lanes.sum(totals);
  }
}
