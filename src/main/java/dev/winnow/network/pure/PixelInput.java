package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import dev.winnow.network.PixelReader;
import java.util.List;

/** Reads every pixel of examples for a fully connected layer. */
final class PixelInput implements InputLayer {
  private final PixelReader reader;
  private final Layer layer;
  private final int[] pixels;
  private float[] inputs = new float[0];

  /**
   * @param pixels those that the layer reads
   */
  PixelInput(PixelReader reader, Layer layer, int[] pixels) {
    this.reader = reader;
    this.layer = layer;
    this.pixels = pixels;
  }

  @Override
  public ActivationLayout layout() {
    return layer.layout();
  }

  @Override
  public void forward(Samples samples, int[] examples, float[] out) {
    int stride = FeatureMajor.stride(examples.length);
    int size = new FeatureMajor(reader.imageSize()).size(examples.length);
    if (inputs.length < size) {
      inputs = new float[size];
    }
    reader.readColumns(samples, examples, pixels, inputs, pixel -> FeatureMajor.row(pixel, stride));
    layer.forward(inputs, out, examples.length);
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    layer.backward(inputs, out, delta, null, examples);
  }

  @Override
  public List<Parameters> parameters() {
    return layer.parameters();
  }
}
