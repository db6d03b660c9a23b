package dev.winnow.network.pure;

import dev.winnow.kernels.Connections;
import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer of which only kept weights exist. Its activations are those that
 * something reads.
 */
final class SparseLayer implements Layer {
  private final Kernels kernels;
  private final Kept kept;
  private final Connections connections;
  private final CsrMatrix backward;
  private final int[] backwardOrder;
  private final Parameters parameters;
  private final Parameters idle;
  private final float[] zeros;

  SparseLayer(Kernels kernels, Kept kept) {
    this.kernels = kernels;
    this.kept = kept;
    this.connections = kept.connections();
    this.backward =
        new CsrMatrix(connections.reversed(kept.inputs()), new float[connections.size()]);
    this.backwardOrder = connections.bySource();
    this.parameters = kept.parameters();
    this.idle = kept.idle();
    this.zeros = new float[Math.max(kept.inputs(), connections.units())];
  }

  @Override
  public int size(int examples) {
    return Columns.size(connections.units(), examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = Columns.stride(examples);
    float[] values = parameters.values();
    Epilogue epilogue = new Epilogue(values, connections.size(), kept.rectified());
    kernels.product(new CsrMatrix(connections, values), in, epilogue, out, stride);
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    int stride = Columns.stride(examples);
    if (kept.appliesSlope()) {
      kernels.passActive(out, delta);
    }
    float[] gradient = parameters.gradient();
    kernels.sums(delta, connections.units(), gradient, connections.size(), stride);
    kernels.dots(new CsrMatrix(connections, gradient), in, delta, zeros, stride);
    if (inDelta != null) {
      for (int c = 0; c < backwardOrder.length; c++) {
        backward.values()[c] = parameters.values()[backwardOrder[c]];
      }
      if (kept.appliesSlopeBelow()) {
        kernels.passedProduct(backward, delta, in, inDelta, stride);
      } else {
        kernels.product(backward, delta, new Epilogue(zeros, 0, false), inDelta, stride);
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters, idle);
  }
}
