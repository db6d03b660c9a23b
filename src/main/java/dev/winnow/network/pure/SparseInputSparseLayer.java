package dev.winnow.network.pure;

import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.CsrPattern;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import java.util.List;

/**
 * A fully connected first layer of which only kept weights W (n × d) exist, and which reads sparse
 * rows; see {@link SparseInputDenseLayer} for the background. The pixels that W reads are written
 * out as a dense matrix (d × b). Its activations are those that something reads.
 */
final class SparseInputSparseLayer implements SparseInputLayer {
  private final Kernels kernels;
  private final KeptWeights kept;
  private final float background;
  private final SparseInputRows rows;
  private final CsrPattern pattern;
  private final Parameters parameters;
  private final Parameters disconnected;
  private final CsrMatrix weights;
  private final CsrMatrix sums;
  private final Epilogue epilogue;
  private final float[] start;
  private float[] inputs = new float[0];

  SparseInputSparseLayer(Kernels kernels, float background, KeptWeights kept) {
    this.kernels = kernels;
    this.kept = kept;
    this.background = background;
    this.rows = new SparseInputRows(kept.inputs(), kept.used());
    this.pattern = kept.pattern().compacted();
    this.parameters = kept.parameters();
    this.disconnected = kept.disconnected();
    this.weights = new CsrMatrix(pattern, parameters.values());
    this.sums = new CsrMatrix(pattern, parameters.gradient());
    this.epilogue = new Epilogue(parameters.values(), pattern.size(), kept.relu(), background);
    this.start = new float[pattern.rows()];
  }

  @Override
  public ActivationLayout layout() {
    return new FeatureMajor(pattern.rows());
  }

  @Override
  public void forward(SparseImages images, int[] examples, float[] out) {
    rows.prefetch(images, examples);
    infer(images, examples, out);
  }

  @Override
  public void infer(SparseImages images, int[] examples, float[] out) {
    int stride = FeatureMajor.stride(examples.length);
    if (inputs.length != rows.size(examples.length)) {
      inputs = new float[rows.size(examples.length)];
    }
    rows.write(images, examples, inputs);
    kernels.spmm(weights, inputs, epilogue, out, stride);
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    if (kept.appliesReluBackward()) {
      kernels.reluBackward(out, delta);
    }
    int stride = FeatureMajor.stride(examples);
    float[] gradient = parameters.gradient();
    kernels.rowSums(delta, start.length, gradient, pattern.size(), stride);
    for (int unit = 0; unit < start.length; unit++) {
      start[unit] = background * gradient[pattern.size() + unit];
    }
    kernels.sddmm(sums, inputs, delta, start, stride);
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters, disconnected);
  }
}
