package dev.winnow.kernels;

/** What a product does beside multiplying: it begins with biases, and may rectify in the end. */
public final class Epilogue {
  private final float[] biases;
  private final int from;
  private final boolean rectified;

  /**
   * @param biases the array itself, not a copy
   * @param from where the bias of the first row stands
   * @param rectified whether zero takes the place of what is below it
   */
  public Epilogue(float[] biases, int from, boolean rectified) {
    this.biases = biases;
    this.from = from;
    this.rectified = rectified;
  }

  public float bias(int row) {
    return biases[from + row];
  }

  public boolean rectified() {
    return rectified;
  }
}
