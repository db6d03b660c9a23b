package dev.winnow.kernels;

/** What a product does beside multiplying: it begins with biases, and a ReLU may follow. */
public final class Epilogue {
  private final float[] biases;
  private final int from;
  private final boolean relu;

  /**
   * @param biases the array itself, not a copy
   * @param from where the bias of the first row stands
   * @param relu whether a ReLU follows
   */
  public Epilogue(float[] biases, int from, boolean relu) {
    this.biases = biases;
    this.from = from;
    this.relu = relu;
  }

  public float bias(int row) {
    return biases[from + row];
  }

  public boolean relu() {
    return relu;
  }
}
