package dev.winnow.network.pure;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.CsrPattern;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer of which only kept weights exist: {@code Y (n × b) = W X + bias} with W
 * (n × d) in CSR and X (d × b). The gradient of W is {@code Δ Xᵀ} at W's entries, that of X is
 * {@code Wᵀ Δ}. Its activations are those that something reads.
 */
final class SparseLayer implements Layer {
  private final Kernels kernels;
  private final KeptWeights kept;
  private final CsrPattern pattern;
  private final CsrMatrix backward;
  private final int[] backwardOrder;
  private final Parameters parameters;
  private final Parameters disconnected;
  private final CsrMatrix weights;
  private final CsrMatrix sums;
  private final Epilogue epilogue;
  private final Epilogue unbiased;
  private final float[] zeros;

  SparseLayer(Kernels kernels, KeptWeights kept) {
    this.kernels = kernels;
    this.kept = kept;
    this.pattern = kept.pattern();
    this.backward = new CsrMatrix(pattern.transposed(kept.inputs()), new float[pattern.size()]);
    this.backwardOrder = pattern.byColumn();
    this.parameters = kept.parameters();
    this.disconnected = kept.disconnected();
    this.zeros = new float[Math.max(kept.inputs(), pattern.rows())];
    this.weights = new CsrMatrix(pattern, parameters.values());
    this.sums = new CsrMatrix(pattern, parameters.gradient());
    this.epilogue = new Epilogue(parameters.values(), pattern.size(), kept.relu());
    this.unbiased = new Epilogue(zeros, 0, false);
  }

  @Override
  public ActivationLayout layout() {
    return new FeatureMajor(pattern.rows());
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = FeatureMajor.stride(examples);
    kernels.spmm(weights, in, epilogue, out, stride);
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    int stride = FeatureMajor.stride(examples);
    if (kept.appliesReluBackward()) {
      kernels.reluBackward(out, delta);
    }
    float[] gradient = parameters.gradient();
    kernels.rowSums(delta, pattern.rows(), gradient, pattern.size(), stride);
    kernels.sddmm(sums, in, delta, zeros, stride);
    if (inDelta != null) {
      for (int c = 0; c < backwardOrder.length; c++) {
        backward.values()[c] = parameters.values()[backwardOrder[c]];
      }
      if (kept.appliesReluBackwardBelow()) {
        kernels.spmmReluBackward(backward, delta, in, inDelta, stride);
      } else {
        kernels.spmm(backward, delta, unbiased, inDelta, stride);
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters, disconnected);
  }
}
