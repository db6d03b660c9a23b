package dev.winnow.network.pure;

/**
 * What goes past the branch of a residual block (He et al. 2016, section 3.2), and what becomes of
 * the sum.
 */
final class Shortcut {
  private final float[] past;
  private final boolean relu;

  /**
   * @param past in the layout of what the branch gives
   * @param relu whether a ReLU follows the sum
   */
  Shortcut(float[] past, boolean relu) {
    this.past = past;
    this.relu = relu;
  }

  float[] past() {
    return past;
  }

  boolean relu() {
    return relu;
  }

  /**
   * @param branch what the branch gives; may be the array that receives the sum
   */
  void addTo(float[] branch, float[] sum, int size) {
    float[] added = past;
    float least = relu ? 0 : Float.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      sum[i] = Math.max(branch[i] + added[i], least);
    }
  }
}
