package dev.winnow.lottery.criterion.flow;

/** One layer of a network in which nothing is negative, for one image. */
interface FlowLayer {
  /** What comes out for what goes in, both channel after channel, row after row. */
  double[] forward(double[] in);

  /**
   * Writes the derivatives by the layer's weights.
   *
   * @param in what went in
   * @param delta the derivatives by what came out
   * @return the derivatives by what went in
   */
  double[] backward(double[] in, double[] delta);
}
