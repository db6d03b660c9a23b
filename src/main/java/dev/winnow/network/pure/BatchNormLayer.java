package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.ConvolutionKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.MapSize;
import dev.winnow.kernels.MapWindow;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batch normalisation of {@link FeatureMaps}, channel by channel. */
final class BatchNormLayer implements Layer {
  private static final float KEPT = (float) LayerSpec.BatchNorm.DECAY;
  private static final float ADDED = (float) (1 - LayerSpec.BatchNorm.DECAY);

  private final Kernels kernels;
  private final ConvolutionKernels sums;
  private final FeatureMaps maps;
  private final MapSize size;
  private final boolean rectified;
  private final Parameters learned;
  private final Parameters running;
  private final float[] mean;
  private final float[] variance;
  private final float[] slopes;
  private final float[] products;
  private final float[] scales;

  /**
   * @param parameters in their order
   */
  BatchNormLayer(Kernels kernels, LayerSpec.BatchNorm spec, NormParameters parameters) {
    this.kernels = kernels;
    this.sums = kernels.convolutions();
    this.maps = FeatureMaps.of(spec);
    this.size = maps.mapSize();
    this.rectified = spec.activation() == Activation.RELU;
    this.learned = parameters.learned();
    this.running = parameters.running();
    this.mean = new float[spec.channels()];
    this.variance = new float[spec.channels()];
    this.slopes = new float[spec.channels()];
    this.products = new float[spec.channels()];
    this.scales = new float[spec.channels()];
  }

  @Override
  public int size(int examples) {
    return maps.size(examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    MapWindow window = maps.all(in, examples);
    sums.sums(size, window, mean, 0);
    divide(mean, examples);
    sums.squares(size, window, mean, variance);
    divide(variance, examples);
    float[] values = running.values();
    for (int c = 0; c < mean.length; c++) {
      int v = mean.length + c;
      values[c] = KEPT * values[c] + ADDED * mean[c];
      values[v] = KEPT * values[v] + ADDED * variance[c];
    }
    scale(variance);
    normalise(in, out, mean, examples);
  }

  @Override
  public void infer(float[] in, float[] out, int examples) {
    float[] values = running.values();
    scale(Arrays.copyOfRange(values, mean.length, 2 * mean.length));
    normalise(in, out, values, examples);
  }

  /** (x − μ) · scale + β, and zero in place of what is below it if that is asked for. */
  private void normalise(float[] in, float[] out, float[] means, int examples) {
    float least = rectified ? 0 : Float.NEGATIVE_INFINITY;
    maps.forEachRow(
        examples,
        (block, row, channel) -> {
          float centre = means[channel];
          float scale = scales[channel];
          float shift = learned.values()[scales.length + channel];
          int end = maps.at(block, row, channel, maps.width());
          for (int i = maps.at(block, row, channel, 0); i < end; i++) {
            out[i] = Math.max((in[i] - centre) * scale + shift, least);
          }
        });
    maps.clearBorder(out, examples);
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    if (rectified) {
      kernels.passActive(out, delta);
    }
    MapWindow window = maps.all(delta, examples);
    sums.sums(size, window, slopes, 0);
    sums.products(size, window, maps.all(in, examples), mean, products);
    for (int c = 0; c < mean.length; c++) {
      learned.gradient()[c] = products[c] / root(variance[c]);
      learned.gradient()[mean.length + c] = slopes[c];
    }
    if (inDelta != null) {
      passBack(in, delta, inDelta, examples);
    }
  }

  /** γ ÷ s · (δ − Σδ ÷ n − (x − μ) · Σδ(x − μ) ÷ n s²), where s² = σ² + ε. */
  private void passBack(float[] in, float[] delta, float[] inDelta, int examples) {
    divide(slopes, examples);
    divide(products, examples);
    for (int c = 0; c < mean.length; c++) {
      float root = root(variance[c]);
      products[c] /= root * root;
    }
    scale(variance);
    maps.forEachRow(
        examples,
        (block, row, channel) -> {
          float centre = mean[channel];
          float scale = scales[channel];
          float slope = slopes[channel];
          float product = products[channel];
          int end = maps.at(block, row, channel, maps.width());
          for (int i = maps.at(block, row, channel, 0); i < end; i++) {
            inDelta[i] = scale * (delta[i] - slope - (in[i] - centre) * product);
          }
        });
    maps.clearBorder(inDelta, examples);
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
