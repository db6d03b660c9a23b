package dev.winnow.kernels.vector;

import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.GemmSize;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.NormKernels;
import dev.winnow.kernels.PoolKernels;
import dev.winnow.kernels.Winograd;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The kernels on the vectors that suit this CPU, of 4, 8 or 16 floats. */
public final class VectorKernels implements Kernels {
  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int WIDTH = SPECIES.length();

  private final Gemm gemm = new Gemm();
  private final LaneSums lanes = new LaneSums();
  private final Spmm sparse = new Spmm();
  private final BlockTranspose transpose = new BlockTranspose();
  private float[] chain = new float[0];
  private final ConvolutionKernels convolutions = new VectorConvolutions();
  private final NormKernels norms = new VectorNorms();
  private final PoolKernels pools = new VectorPools();
  private final Winograd winograd = new Winograd(this, new VectorWinogradTransforms());

  @Override
  public void gemm(Matrix a, Matrix b, Matrix c, GemmSize size) {
    int depth = size.depth();
    gemm.add(a, b, c, size.ofDepth(Math.min(depth, CHAIN)));
    for (int k = CHAIN; k < depth; k += CHAIN) {
      Matrix chain = emptyChain(size);
      gemm.add(a.from(0, k), b.from(k, 0), chain, size.ofDepth(Math.min(depth - k, CHAIN)));
      add(chain, c, size);
    }
  }

  private Matrix emptyChain(GemmSize size) {
    int count = FRONT + size.rows() * size.columns();
    if (chain.length < count) {
      chain = new float[count];
    }
    Arrays.fill(chain, 0, count, 0);
    return Matrix.ofRows(chain, FRONT, size.columns());
  }

  private static void add(Matrix from, Matrix to, GemmSize size) {
    for (int i = 0; i < size.rows(); i++) {
      int f = from.offset() + i * from.rowStep();
      int t = to.offset() + i * to.rowStep();
      for (int j = 0; j < size.columns(); j += WIDTH) {
        FloatVector sum = FloatVector.fromArray(SPECIES, to.values(), t + j);
        sum.add(FloatVector.fromArray(SPECIES, from.values(), f + j)).intoArray(to.values(), t + j);
      }
    }
  }

  @Override
  public void spmm(CsrMatrix a, float[] x, Epilogue epilogue, float[] y, int columns) {
    sparse.of(a, x, y, columns).write(epilogue);
  }

  @Override
  public void spmmReluBackward(
      CsrMatrix a, float[] x, float[] activations, float[] y, int columns) {
    sparse.of(a, x, y, columns).writeReluBackward(activations);
  }

  @Override
  public void spmmPairs(CsrMatrix a, float[] x, float[] start, float[] y, int columns) {
    new SpmmPairs(a, x, y, columns).write(start);
  }

  @Override
  public void sddmm(CsrMatrix sums, float[] x, float[] delta, float[] start, int columns) {
    lanes.sddmm(sums, x, delta, start, columns);
  }

  @Override
  public void rowSums(float[] rows, int count, float[] sums, int to, int columns) {
    lanes.rowSums(rows, count, sums, to, columns);
  }

  @Override
  public void transpose(Matrix from, Matrix to, int rows, int columns) {
    transpose.write(from, to, rows, columns);
  }

  @Override
  public void relu(float[] activations) {
    for (int i = 0; i < activations.length; i += WIDTH) {
      FloatVector.fromArray(SPECIES, activations, i).max(0).intoArray(activations, i);
    }
  }

  @Override
  public void reluBackward(float[] activations, float[] gradient) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < gradient.length; i += WIDTH) {
      FloatVector activation = FloatVector.fromArray(SPECIES, activations, i);
      FloatVector slope = FloatVector.fromArray(SPECIES, gradient, i);
      zero.blend(slope, activation.compare(VectorOperators.GT, 0)).intoArray(gradient, i);
    }
  }

  @Override
  public ConvolutionKernels convolutions() {
    return convolutions;
  }

  @Override
  public NormKernels norms() {
    return norms;
  }

  @Override
  public PoolKernels pools() {
    return pools;
  }

  @Override
  public Winograd winograd() {
    return winograd;
  }
}
