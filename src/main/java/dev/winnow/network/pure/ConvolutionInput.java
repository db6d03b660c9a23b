package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import dev.winnow.kernels.Kernels;
import dev.winnow.network.PixelReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads every pixel of examples for a convolution. */
final class ConvolutionInput implements InputLayer {
  private final PixelReader reader;
  private final ConvolutionLayer layer;
  private final FeatureMaps maps;
  private final int[] pixels;
  private float[] images = new float[0];

  /**
   * @param maps what the layer reads
   */
  ConvolutionInput(PixelReader reader, ConvolutionLayer layer, FeatureMaps maps) {
    this.reader = reader;
    this.layer = layer;
    this.maps = maps;
    this.pixels = IntStream.range(0, reader.imageSize()).toArray();
  }

  @Override
  public ActivationLayout layout() {
    return layer.layout();
  }

  @Override
  public void forward(Samples samples, int[] examples, float[] out) {
    if (images.length < maps.size(examples.length)) {
      images = new float[maps.size(examples.length)];
    }
    for (int block = 0; block < FeatureMaps.blocks(examples.length); block++) {
      int from = block * Kernels.LANES;
      int to = Math.min(from + Kernels.LANES, examples.length);
      int place = block;
      reader.readColumns(
          samples,
          Arrays.copyOfRange(examples, from, to),
          pixels,
          images,
          pixel -> at(place, pixel));
    }
    layer.forward(images, out, examples.length);
  }

  private int at(int block, int pixel) {
    int area = maps.height() * maps.width();
    int row = pixel % area / maps.width();
    return maps.at(block, row, pixel / area, pixel % maps.width());
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    layer.backward(images, out, delta, null, examples);
  }

  @Override
  public List<Parameters> parameters() {
    return layer.parameters();
  }
}
