package dev.winnow.engine.pure;

import dev.winnow.dataset.Samples;
import java.util.List;

/** Reads examples as ink for a layer that multiplies by it. */
final class InkInput implements InputLayer {
  private final InkLibrary library;
  private final InkLayer layer;
  private final InkBatch batch;

  /**
   * @param pixels of one image
   */
  InkInput(InkLibrary library, InkLayer layer, int pixels) {
    this.library = library;
    this.layer = layer;
    this.batch = new InkBatch(pixels, layer.pixels());
  }

  @Override
  public int size(int examples) {
    return layer.size(examples);
  }

  @Override
  public void forward(Samples samples, int[] examples, float[] out) {
    batch.read(library.ink(samples), examples);
    layer.forward(batch, out, examples.length);
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    layer.backward(batch, out, delta, examples);
  }

  @Override
  public List<Parameters> parameters() {
    return layer.parameters();
  }
}
