package dev.winnow.kernels;

/**
 * A convolution as a sum of taps. Tap j of output channel o multiplies the weight at {@code
 * weightOffsets[j] + o · weightStep} by the input that stands {@code inputOffsets[j]} after the
 * place of the output's pixel.
 */
public final class ConvolutionShape {
  private final int[] inputOffsets;
  private final int[] weightOffsets;
  private final int weightStep;
  private final MapSize out;

  /**
   * @param inputOffsets one for each tap; the array itself, not a copy
   * @param weightOffsets one for each tap; the array itself, not a copy
   */
  public ConvolutionShape(int[] inputOffsets, int[] weightOffsets, int weightStep, MapSize out) {
    this.inputOffsets = inputOffsets;
    this.weightOffsets = weightOffsets;
    this.weightStep = weightStep;
    this.out = out;
  }

  public int[] inputOffsets() {
    return inputOffsets;
  }

  public int[] weightOffsets() {
    return weightOffsets;
  }

  public int weightStep() {
    return weightStep;
  }

  /** The output channels and the pixels that are computed. */
  public MapSize out() {
    return out;
  }

  /** The number of taps. */
  public int taps() {
    return inputOffsets.length;
  }
}
