package dev.winnow.kernels;

/**
 * What convolutions are made of, on blocks of {@link Kernels#LANES} examples. As with {@link
 * Kernels}, every sum is added up in a said order, each term by one fused multiply-add, so every
 * implementation gives the same bits.
 *
 * <p>No chain of additions has more than {@link Kernels#CHAIN} terms, so that rounding errors stay
 * small. A sum over taps goes tap after tap: its first chain begins at the bias, each further one
 * at 0, and is then added to what stands there.
 *
 * <p>A sum over examples and pixels is kept in {@link Kernels#LANES} partial sums, one for each
 * place in a block. Each goes block after block, row after row, pixel after pixel. Its chains are
 * of {@link MapSize#chainRows} rows, may go on from one block to the next, begin at 0, and are
 * added to the partial sum one after another. In the end partial sums are added up as {@link
 * Kernels} says.
 */
public interface ConvolutionKernels {
  /**
   * {@code out[o][p] = bias[o] + Σ w[weightOffsets[j] + o · weightStep] · in[p + inputOffsets[j]]}
   * over the taps j, for each output channel o and each pixel p of each block.
   *
   * @param epilogue the biases, and whether a ReLU follows
   * @param out another array than that of in
   */
  void convolve(
      ConvolutionShape shape, MapWindow in, float[] weights, Epilogue epilogue, MapWindow out);

  /**
   * {@code gradient[weightOffsets[j] + o · weightStep] = Σ delta[o][p] · in[p + inputOffsets[j]]}
   * over pixels and examples, for each output channel o and tap j, and {@code gradient[biases + o]
   * = Σ delta[o][p]}.
   *
   * @param delta 0 in examples beyond the batch
   */
  void gradient(
      ConvolutionShape shape, MapWindow in, MapWindow delta, float[] gradient, int biases);

  /**
   * {@code sums[to + c] = Σ maps[c][p]} over the batch's pixels and examples, for each channel c.
   */
  void sums(MapSize size, MapWindow maps, float[] sums, int to);
}
