package dev.winnow.kernels;

import java.util.Arrays;

/**
 * Convolutions by F(2 × 2, 3 × 3): 16 multiplications give 4 pixels that take 36 otherwise (Lavin
 * and Gray, Fast Algorithms for Convolutional Neural Networks, 2016, section 4.1). For each of the
 * 16 positions p of a transformed tile there is one product of matrices over channels, and the
 * gradient of the weights is one over tiles and examples:
 *
 * <pre>
 * M[p] = U[p] · V[p]      U = G w Gᵀ,  V = Bᵀ x B,  y = Aᵀ M A
 * dU[p] = dM[p] · V[p]ᵀ   dM = A dy Aᵀ,             dw = Gᵀ dU G
 * </pre>
 *
 * <p>The gradient of the input is the same convolution with kernels turned by 180°, and U of these
 * is U with other positions. Sums over channels go one after another. Sums over tiles and examples
 * go group after group of tiles in chains of {@link Kernels#CHAIN} terms, each of which begins at
 * 0; chains are added up in order. Belongs to one thread.
 */
public final class Winograd {
  private static final int SIDE = 4;
  private static final int POSITIONS = SIDE * SIDE;

  /** Numbers after each row of filters, so that neighbouring rows do not share a cache set. */
  private static final int GAP = Kernels.LANES;

  /** Where a kernel turned by 180° has its row or column of U. */
  private static final int[] TURNED = {3, 1, 2, 0};

  private static final int CHAIN_GROUPS = Kernels.CHAIN / Kernels.BLOCK;

  private final Kernels kernels;
  private final WinogradTransforms transforms;

  /** U, or while a gradient is added up the chain of dU; both stand as {@link #filter} says. */
  private float[] filters = {};

  /** Of the last {@link #inputGradient}, likewise, with inputs and outputs exchanged. */
  private float[] turned = {};

  private float[] sums = {};
  private float[] inputs = {};
  private float[] outputs = {};

  public Winograd(Kernels kernels, WinogradTransforms transforms) {
    this.kernels = kernels;
    this.transforms = transforms;
  }

  /** Where the numbers of a channel of transformed tiles begin. */
  public static int at(int position, int channel, int channels) {
    return Kernels.FRONT + position * (channels * Kernels.BLOCK + GAP) + channel * Kernels.BLOCK;
  }

  /** Where the filters of an output channel begin: one for each input channel. */
  public static int filter(WinogradShape shape, int position, int output) {
    return Kernels.FRONT + (position * shape.outputs() + output) * filterStep(shape);
  }

  private static int filterStep(WinogradShape shape) {
    return filledUp(shape.inputs()) + GAP;
  }

  private static int filledUp(int channels) {
    return (channels + Kernels.BLOCK - 1) / Kernels.BLOCK * Kernels.BLOCK;
  }

  /** See {@link ConvolutionKernels#convolve}; weights stand in the order [ky][kx][o][i]. */
  public void convolve(
      WinogradShape shape, MapWindow in, float[] weights, Epilogue epilogue, MapWindow out) {
    filters(shape, weights);
    MapTiles from = new MapTiles(in, shape.in());
    MapTiles to = new MapTiles(out, shape.out());
    for (int group = 0; group < from.groups(); group++) {
      from.moveTo(group);
      to.moveTo(group);
      transforms.inputs(from, inputs(shape.inputs()));
      Arrays.fill(outputs(shape.outputs()), 0);
      for (int p = 0; p < POSITIONS; p++) {
        kernels.gemm(
            filters(shape, p),
            tiles(inputs, p, shape.inputs()),
            tiles(outputs, p, shape.outputs()),
            new GemmSize(shape.outputs(), shape.inputs(), Kernels.BLOCK));
      }
      transforms.outputs(outputs, epilogue, to);
    }
  }

  /** The gradient of what {@link #convolve} reads, from that of what it gives. */
  public void inputGradient(
      WinogradShape shape, MapWindow delta, float[] weights, Epilogue unbiased, MapWindow inDelta) {
    filters(shape, weights);
    turn(shape);
    MapTiles from = new MapTiles(delta, shape.out());
    MapTiles to = new MapTiles(inDelta, shape.in());
    for (int group = 0; group < from.groups(); group++) {
      from.moveTo(group);
      to.moveTo(group);
      transforms.inputs(from, inputs(shape.outputs()));
      Arrays.fill(outputs(shape.inputs()), 0);
      for (int p = 0; p < POSITIONS; p++) {
        kernels.gemm(
            turned(shape, p),
            tiles(inputs, p, shape.outputs()),
            tiles(outputs, p, shape.inputs()),
            new GemmSize(shape.inputs(), shape.outputs(), Kernels.BLOCK));
      }
      transforms.outputs(outputs, unbiased, to);
    }
  }

  /** Writes Uᵀ of the kernels turned by 180°. */
  private void turn(WinogradShape shape) {
    int size = filter(shape.reversed(), POSITIONS, 0);
    if (turned.length < size) {
      turned = new float[size];
    }
    for (int p = 0; p < POSITIONS; p++) {
      int from = TURNED[p / SIDE] * SIDE + TURNED[p % SIDE];
      kernels.transpose(filters(shape, from), turned(shape, p), shape.outputs(), shape.inputs());
    }
  }

  private Matrix turned(WinogradShape shape, int p) {
    WinogradShape reversed = shape.reversed();
    return Matrix.ofRows(turned, filter(reversed, p, 0), filterStep(reversed));
  }

  /** See {@link ConvolutionKernels#gradient}; weights stand in the order [ky][kx][o][i]. */
  public void gradient(WinogradShape shape, MapWindow in, MapWindow delta, float[] gradient) {
    MapTiles seen = new MapTiles(in, shape.in());
    MapTiles slopes = new MapTiles(delta, shape.out());
    int size = filterSize(shape);
    if (filters.length < size) {
      filters = new float[size];
    }
    if (sums.length < size) {
      sums = new float[size];
    }
    Arrays.fill(sums, 0, size, 0);
    Arrays.fill(filters, 0, size, 0);
    for (int group = 0; group < seen.groups(); group++) {
      seen.moveTo(group);
      slopes.moveTo(group);
      transforms.inputs(seen, inputs(filledUp(shape.inputs())));
      transforms.slopes(slopes, outputs(shape.outputs()));
      for (int p = 0; p < POSITIONS; p++) {
        addProducts(shape, p);
      }
      if (group % CHAIN_GROUPS == CHAIN_GROUPS - 1 || group == seen.groups() - 1) {
        for (int i = 0; i < size; i++) {
          sums[i] += filters[i];
        }
        Arrays.fill(filters, 0, size, 0);
      }
    }
    transforms.gradient(shape, sums, gradient);
  }

  /** {@code dU[p] += dM[p] · V[p]ᵀ} for the tiles of a group. */
  private void addProducts(WinogradShape shape, int p) {
    kernels.gemm(
        tiles(outputs, p, shape.outputs()),
        tiles(inputs, p, shape.inputs()).transposed(),
        filters(shape, p),
        new GemmSize(shape.outputs(), Kernels.BLOCK, filledUp(shape.inputs())));
  }

  private void filters(WinogradShape shape, float[] weights) {
    if (filters.length < filterSize(shape)) {
      filters = new float[filterSize(shape)];
    }
    transforms.filters(shape, weights, filters);
  }

  private static int filterSize(WinogradShape shape) {
    return filter(shape, POSITIONS, 0);
  }

  private float[] inputs(int channels) {
    inputs = atLeast(inputs, channels);
    return inputs;
  }

  private float[] outputs(int channels) {
    outputs = atLeast(outputs, channels);
    return outputs;
  }

  private static float[] atLeast(float[] array, int channels) {
    int size = at(POSITIONS, 0, channels);
    return array.length < size ? new float[size] : array;
  }

  private Matrix filters(WinogradShape shape, int p) {
    return Matrix.ofRows(filters, filter(shape, p, 0), filterStep(shape));
  }

  private static Matrix tiles(float[] values, int p, int channels) {
    return Matrix.ofRows(values, at(p, 0, channels), Kernels.BLOCK);
  }
}
