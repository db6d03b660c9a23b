package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.ProductSize;
import dev.winnow.network.PixelReader;
import java.util.Arrays;
import java.util.List;

/**
 * A convolution of images. They have few channels, so what a kernel sees of an image is gathered
 * into one row first: ky, kx, channel.
 */
final class ConvolutionInput implements InputLayer {
  private final Kernels kernels;
  private final LayerSpec.Convolution spec;
  private final Maps out;
  private final MapBiases biases;
  private final Parameters parameters;
  private final PixelReader reader;
  private final int depth;
  private float[] images = new float[0];
  private float[] views = new float[0];

  /**
   * @param parameters in the order of {@link Filters}
   */
  ConvolutionInput(
      Kernels kernels, LayerSpec.Convolution spec, Parameters parameters, PixelReader reader) {
    this.kernels = kernels;
    this.spec = spec;
    this.out = Maps.outOf(spec);
    this.biases = new MapBiases(kernels, out);
    this.parameters = parameters;
    this.reader = reader;
    this.depth = spec.kernel() * spec.kernel() * spec.inChannels();
  }

  @Override
  public int size(int examples) {
    return out.size(examples);
  }

  @Override
  public void forward(Samples samples, int[] examples, float[] to) {
    int count = examples.length;
    gather(samples, examples);
    biases.fill(parameters.values(), depth * out.step(), to, count);
    Matrix weights = Matrix.ofRows(parameters.values(), 0, out.step());
    ProductSize size = new ProductSize(out.width() * count, depth, out.step());
    for (int y = 0; y < out.height(); y++) {
      kernels.multiply(views(y, count), weights, out.from(to, y, 0, count), size);
    }
    if (spec.activation() == Activation.RELU) {
      kernels.rectify(to);
    }
  }

  @Override
  public void backward(float[] from, float[] delta, int examples) {
    if (spec.activation() == Activation.RELU) {
      kernels.passActive(from, delta);
    }
    float[] gradient = parameters.gradient();
    Arrays.fill(gradient, 0);
    Matrix sums = Matrix.ofRows(gradient, 0, out.step());
    ProductSize size = new ProductSize(depth, out.width() * examples, out.step());
    for (int y = 0; y < out.height(); y++) {
      Matrix slopes = out.from(delta, y, 0, examples);
      kernels.multiply(views(y, examples).transposed(), slopes, sums, size);
    }
    biases.gradient(delta, gradient, depth * out.step(), examples);
  }

  /** What the kernel sees at each pixel of an image row: one matrix row for each (x, example). */
  private Matrix views(int y, int examples) {
    return Matrix.ofRows(views, y * out.width() * examples * depth, depth);
  }

  private void gather(Samples samples, int[] examples) {
    int area = spec.height() * spec.width();
    if (views.length < area * depth * examples.length) {
      views = new float[area * depth * examples.length];
      images = new float[area * spec.inChannels() * examples.length];
    }
    reader.read(samples, examples, images);
    int to = 0;
    for (int y = 0; y < spec.height(); y++) {
      for (int x = 0; x < spec.width(); x++) {
        for (int e = 0; e < examples.length; e++) {
          gather(e * spec.inChannels() * area, y, x, to);
          to += depth;
        }
      }
    }
  }

  /**
   * @param image where it begins
   */
  private void gather(int image, int y, int x, int begin) {
    int to = begin;
    int reach = spec.kernel() / 2;
    int area = spec.height() * spec.width();
    for (int row = y - reach; row <= y + reach; row++) {
      for (int column = x - reach; column <= x + reach; column++) {
        boolean inside = row >= 0 && row < spec.height() && column >= 0 && column < spec.width();
        int from = image + row * spec.width() + column;
        for (int channel = 0; channel < spec.inChannels(); channel++) {
          views[to++] = inside ? images[from + channel * area] : 0;
        }
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters);
  }
}
