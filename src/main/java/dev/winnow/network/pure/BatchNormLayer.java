package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.ProductSize;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation of {@link Maps}. Sums over a channel are added up pixel after pixel of a row,
 * example after example; then row after row.
 */
final class BatchNormLayer implements Layer {
  private static final float[] ONE = {1};
  private static final float KEPT = (float) LayerSpec.BatchNorm.DECAY;
  private static final float ADDED = (float) (1 - LayerSpec.BatchNorm.DECAY);

  private final Kernels kernels;
  private final Maps maps;
  private final boolean rectified;
  private final Parameters learned;
  private final Parameters running;
  private final float[] mean;
  private final float[] variance;
  private final float[] slopes;
  private final float[] products;
  private final float[] row;

  /**
   * @param parameters in their order
   */
  BatchNormLayer(Kernels kernels, LayerSpec.BatchNorm spec, NormParameters parameters) {
    this.kernels = kernels;
    this.maps = Maps.of(spec);
    this.rectified = spec.activation() == Activation.RELU;
    this.learned = parameters.learned();
    this.running = parameters.running();
    this.mean = new float[maps.step()];
    this.variance = new float[maps.step()];
    this.slopes = new float[maps.step()];
    this.products = new float[maps.step()];
    this.row = new float[maps.step()];
  }

  @Override
  public int size(int examples) {
    return maps.size(examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int count = maps.height() * maps.width() * examples;
    sum(in, mean, examples);
    divide(mean, count);
    Arrays.fill(variance, 0);
    for (int y = 0; y < maps.height(); y++) {
      Arrays.fill(row, 0);
      int begin = maps.at(y, 0, examples);
      int end = maps.at(y, maps.width(), examples);
      for (int p = begin; p < end; p += maps.step()) {
        addSquares(in, p, mean, row);
      }
      add(row, variance);
    }
    divide(variance, count);
    float[] values = running.values();
    for (int c = 0; c < maps.step(); c++) {
      int v = maps.step() + c;
      values[c] = KEPT * values[c] + ADDED * mean[c];
      values[v] = KEPT * values[v] + ADDED * variance[c];
    }
    normalise(in, out, mean, variance, examples);
  }

  @Override
  public void infer(float[] in, float[] out, int examples) {
    float[] values = running.values();
    float[] means = Arrays.copyOf(values, maps.step());
    float[] variances = Arrays.copyOfRange(values, maps.step(), 2 * maps.step());
    normalise(in, out, means, variances, examples);
  }

  private void normalise(float[] in, float[] out, float[] means, float[] variances, int examples) {
    Scaling scaling =
        new Scaling(
            means,
            scales(variances),
            Arrays.copyOfRange(learned.values(), maps.step(), 2 * maps.step()));
    for (int y = 0; y < maps.height(); y++) {
      int begin = maps.at(y, 0, examples);
      int end = maps.at(y, maps.width(), examples);
      for (int p = begin; p < end; p += maps.step()) {
        scaling.apply(in, p, out);
      }
    }
    maps.clearBorder(out, examples);
    if (rectified) {
      kernels.rectify(out);
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    if (rectified) {
      kernels.passActive(out, delta);
    }
    sum(delta, slopes, examples);
    Arrays.fill(products, 0);
    for (int y = 0; y < maps.height(); y++) {
      Arrays.fill(row, 0);
      int begin = maps.at(y, 0, examples);
      int end = maps.at(y, maps.width(), examples);
      for (int p = begin; p < end; p += maps.step()) {
        addProducts(delta, in, p, mean, row);
      }
      add(row, products);
    }
    for (int c = 0; c < maps.step(); c++) {
      learned.gradient()[c] = products[c] / root(variance[c]);
      learned.gradient()[maps.step() + c] = slopes[c];
    }
    if (inDelta != null) {
      passBack(in, delta, inDelta, examples);
    }
  }

  /** γ ÷ s · (δ − Σδ ÷ n − (x − μ) · Σδ(x − μ) ÷ n s²), where s² = σ² + ε. */
  private void passBack(float[] in, float[] delta, float[] inDelta, int examples) {
    divide(slopes, maps.height() * maps.width() * examples);
    divide(products, maps.height() * maps.width() * examples);
    for (int c = 0; c < maps.step(); c++) {
      float root = root(variance[c]);
      products[c] /= root * root;
    }
    float[] scales = scales(variance);
    for (int y = 0; y < maps.height(); y++) {
      int begin = maps.at(y, 0, examples);
      int end = maps.at(y, maps.width(), examples);
      for (int p = begin; p < end; p += maps.step()) {
        passBack(in, delta, p, scales, inDelta);
      }
    }
    maps.clearBorder(inDelta, examples);
  }

  private void passBack(float[] in, float[] delta, int p, float[] scales, float[] inDelta) {
    for (int c = 0; c < scales.length; c++) {
      float centred = delta[p + c] - slopes[c];
      inDelta[p + c] = scales[c] * (centred - (in[p + c] - mean[c]) * products[c]);
    }
  }

  /** {@code (x − mean) · scale + shift}, channel by channel. */
  private static final class Scaling {
    private final float[] means;
    private final float[] scales;
    private final float[] shifts;

    Scaling(float[] means, float[] scales, float[] shifts) {
      this.means = means;
      this.scales = scales;
      this.shifts = shifts;
    }

    void apply(float[] in, int p, float[] out) {
      for (int c = 0; c < means.length; c++) {
        out[p + c] = (in[p + c] - means[c]) * scales[c] + shifts[c];
      }
    }
  }

  private void sum(float[] values, float[] sums, int examples) {
    Matrix ones = Matrix.ofRows(ONE, 0, 0).transposed();
    Arrays.fill(sums, 0);
    for (int y = 0; y < maps.height(); y++) {
      Arrays.fill(row, 0);
      kernels.multiply(
          ones,
          maps.from(values, y, 0, examples),
          Matrix.ofRows(row, 0, maps.step()),
          new ProductSize(1, maps.width() * examples, maps.step()));
      add(row, sums);
    }
  }

  private static void addSquares(float[] in, int p, float[] means, float[] sums) {
    for (int c = 0; c < sums.length; c++) {
      float centred = in[p + c] - means[c];
      sums[c] += centred * centred;
    }
  }

  private static void addProducts(float[] delta, float[] in, int p, float[] means, float[] sums) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += delta[p + c] * (in[p + c] - means[c]);
    }
  }

  private static void add(float[] some, float[] sums) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += some[c];
    }
  }

  private static void divide(float[] sums, int count) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] /= count;
    }
  }

  /** γ ÷ √(σ² + ε). */
  private float[] scales(float[] variances) {
    float[] scales = new float[maps.step()];
    for (int c = 0; c < scales.length; c++) {
      scales[c] = learned.values()[c] / root(variances[c]);
    }
    return scales;
  }

  private static float root(float variance) {
    return (float) Math.sqrt(variance + LayerSpec.BatchNorm.EPSILON);
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(learned, running);
  }
}
