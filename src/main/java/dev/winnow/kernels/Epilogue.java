package dev.winnow.kernels;

/** What a product does beside multiplying: how its sums begin, and whether a ReLU follows. */
public final class Epilogue {
  /** Rows whose sums are added up side by side. */
  private static final int TOGETHER = 4;

  private final float[] biases;
  private final int from;
  private final boolean relu;
  private final float background;

  /**
   * @param biases the array itself, not a copy
   * @param from where the bias of the first row stands
   * @param relu whether a ReLU follows
   */
  public Epilogue(float[] biases, int from, boolean relu) {
    this(biases, from, relu, 0);
  }

  /**
   * @param background what all inputs have in common and what is therefore not in them: each factor
   *     is multiplied by it and added to the bias, one after another
   */
  public Epilogue(float[] biases, int from, boolean relu, float background) {
    this.biases = biases;
    this.from = from;
    this.relu = relu;
    this.background = background;
  }

  /**
   * Where the sums of each row of a sparse matrix begin.
   *
   * @param sums receives one number for each row
   */
  public void start(CsrMatrix factors, float[] sums) {
    int units = factors.pattern().rows();
    System.arraycopy(biases, from, sums, 0, units);
    for (int unit = 0; background != 0 && unit < units; unit += TOGETHER) {
      addBackground(factors, sums, unit, Math.min(unit + TOGETHER, units));
    }
  }

  /** As far as all rows go, side by side: an addition waits for the one before it. */
  private void addBackground(CsrMatrix factors, float[] sums, int first, int end) {
    int[] starts = factors.pattern().rowPointers();
    int common = 0;
    if (end - first == TOGETHER) {
      common = Integer.MAX_VALUE;
      for (int unit = first; unit < end; unit++) {
        common = Math.min(common, starts[unit + 1] - starts[unit]);
      }
      addBackgroundToFour(factors, sums, first, common);
    }
    for (int unit = first; unit < end; unit++) {
      float sum = sums[unit];
      for (int c = starts[unit] + common; c < starts[unit + 1]; c++) {
        sum = Math.fma(background, factors.values()[c], sum);
      }
      sums[unit] = sum;
    }
  }

  private void addBackgroundToFour(CsrMatrix factors, float[] sums, int unit, int common) {
    int[] starts = factors.pattern().rowPointers();
    float[] values = factors.values();
    int c0 = starts[unit];
    int c1 = starts[unit + 1];
    int c2 = starts[unit + 2];
    int c3 = starts[unit + 3];
    float sum0 = sums[unit];
    float sum1 = sums[unit + 1];
    float sum2 = sums[unit + 2];
    float sum3 = sums[unit + 3];
    for (int c = 0; c < common; c++) {
      sum0 = Math.fma(background, values[c0 + c], sum0);
      sum1 = Math.fma(background, values[c1 + c], sum1);
      sum2 = Math.fma(background, values[c2 + c], sum2);
      sum3 = Math.fma(background, values[c3 + c], sum3);
    }
    sums[unit] = sum0;
    sums[unit + 1] = sum1;
    sums[unit + 2] = sum2;
    sums[unit + 3] = sum3;
  }

  public float bias(int row) {
    return biases[from + row];
  }

  public boolean relu() {
    return relu;
  }
}
