package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.ChannelNorm;
import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapAddend;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.NormGradient;
import dev.winnow.kernels.NormKernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batch normalisation of {@link FeatureMaps}, channel by channel. */
final class BatchNormLayer implements Layer {
  private static final float KEPT = (float) LayerSpec.BatchNorm.DECAY;
  private static final float ADDED = (float) (1 - LayerSpec.BatchNorm.DECAY);

  private final ConvolutionKernels sums;
  private final NormKernels norms;
  private final FeatureMaps maps;
  private final MapSize size;
  private final boolean relu;
  private final Parameters learned;
  private final Parameters running;
  private final float[] mean;
  private final float[] variance;
  private final float[] scales;

  /** Of δ, then of δ · (x − μ). */
  private final float[] slopes;

  /**
   * @param parameters in their order
   */
  BatchNormLayer(Kernels kernels, LayerSpec.BatchNorm spec, NormParameters parameters) {
    this.sums = kernels.convolutions();
    this.norms = kernels.norms();
    this.maps = FeatureMaps.of(spec);
    this.size = maps.mapSize();
    this.relu = spec.activation() == Activation.RELU;
    this.learned = parameters.learned();
    this.running = parameters.running();
    this.mean = new float[spec.channels()];
    this.variance = new float[spec.channels()];
    this.scales = new float[spec.channels()];
    this.slopes = new float[2 * spec.channels()];
  }

  @Override
  public ActivationLayout layout() {
    return maps;
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    takeStatistics(in, examples);
    normalise(in, out, mean, examples);
  }

  /** Of the batch, and goes on with those of all batches. */
  private void takeStatistics(float[] in, int examples) {
    sums.sums(size, maps.all(in, examples), mean, 0);
    divide(mean, examples);
    norms.squares(size, maps.all(in, examples), mean, variance);
    divide(variance, examples);
    float[] values = running.values();
    for (int c = 0; c < mean.length; c++) {
      int v = mean.length + c;
      values[c] = KEPT * values[c] + ADDED * mean[c];
      values[v] = KEPT * values[v] + ADDED * variance[c];
    }
    scale(variance);
  }

  @Override
  public boolean keepsOutput() {
    return false;
  }

  @Override
  public void forwardOnto(Shortcut shortcut, float[] in, float[] out, int examples) {
    takeStatistics(in, examples);
    norms.normaliseOnto(
        size,
        norm(mean),
        maps.all(in, examples),
        new MapAddend(maps.all(shortcut.past(), examples), shortcut.relu()),
        maps.all(out, examples));
  }

  @Override
  public void infer(float[] in, float[] out, int examples) {
    float[] values = running.values();
    scale(Arrays.copyOfRange(values, mean.length, 2 * mean.length));
    normalise(in, out, values, examples);
  }

  private void normalise(float[] in, float[] out, float[] means, int examples) {
    norms.normalise(size, norm(means), maps.all(in, examples), maps.all(out, examples));
  }

  private ChannelNorm norm(float[] means) {
    return new ChannelNorm(means, scales, learned.values(), relu);
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    scale(variance);
    norms.slopes(size, norm(mean), maps.all(in, examples), maps.all(delta, examples), slopes);
    for (int c = 0; c < mean.length; c++) {
      learned.gradient()[c] = slopes[mean.length + c] / root(variance[c]);
      learned.gradient()[mean.length + c] = slopes[c];
    }
    if (inDelta != null) {
      passBack(in, delta, inDelta, examples);
    }
  }

  private void passBack(float[] in, float[] delta, float[] inDelta, int examples) {
    divide(slopes, examples);
    float[] products = Arrays.copyOfRange(slopes, mean.length, 2 * mean.length);
    for (int c = 0; c < mean.length; c++) {
      float root = root(variance[c]);
      products[c] /= root * root;
    }
    norms.gradient(
        size,
        new NormGradient(norm(mean), slopes, products),
        maps.all(in, examples),
        maps.all(delta, examples),
        maps.all(inDelta, examples));
    maps.clearBeyond(inDelta, examples);
  }

  /** Makes means of sums. */
  private void divide(float[] some, int examples) {
    for (int c = 0; c < some.length; c++) {
      some[c] /= maps.height() * maps.width() * examples;
    }
  }

  /** γ ÷ √(σ² + ε). */
  private void scale(float[] variances) {
    for (int c = 0; c < scales.length; c++) {
      scales[c] = learned.values()[c] / root(variances[c]);
    }
  }

  private static float root(float variance) {
    return (float) Math.sqrt(variance + LayerSpec.BatchNorm.EPSILON);
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(learned, running);
  }
}
