package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import java.util.List;

/** Reads examples as {@link SparseImages} for a layer that multiplies only non-zero pixels. */
final class SparseInput implements InputLayer {
  private final SparseImagesCache cache;
  private final SparseInputLayer layer;

  SparseInput(SparseImagesCache cache, SparseInputLayer layer) {
    this.cache = cache;
    this.layer = layer;
  }

  @Override
  public ActivationLayout layout() {
    return layer.layout();
  }

  @Override
  public void forward(Samples samples, int[] examples, float[] out) {
    layer.forward(cache.images(samples), examples, out);
  }

  @Override
  public void infer(Samples samples, int[] examples, float[] out) {
    layer.infer(cache.images(samples), examples, out);
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    layer.backward(out, delta, examples);
  }

  @Override
  public List<Parameters> parameters() {
    return layer.parameters();
  }
}
