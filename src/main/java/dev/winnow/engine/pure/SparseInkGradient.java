package dev.winnow.engine.pure;

/** How the gradient of kept weights is computed that multiply ink; both ways give the same bits. */
interface SparseInkGradient {
  /**
   * @param columns the ink as in {@link Columns}
   * @param delta as in {@link Columns}
   * @param start where the sums of each unit begin
   * @param sums receives one sum for each connection
   */
  void of(
      InkBatch batch, float[] columns, float[] delta, int examples, float[] start, float[] sums);

  /** The faster way: the gradient of all weights between what is connected, unless few are kept. */
  static SparseInkGradient of(Kernels kernels, Connections connections, int pixels) {
    long all = (long) pixels * connections.reached().length;
    if (connections.size() * PickedGradient.MOST_FOR_ONE > all) {
      return new PickedGradient(kernels, connections, pixels);
    }
    Dots dots = new Dots();
    return (batch, columns, delta, examples, start, sums) ->
        dots.of(connections, columns, delta, Columns.stride(examples), examples, start, sums);
  }
}
