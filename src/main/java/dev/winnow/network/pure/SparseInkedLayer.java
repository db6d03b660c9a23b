package dev.winnow.network.pure;

import dev.winnow.kernels.Connections;
import dev.winnow.kernels.CsrMatrix;
import dev.winnow.kernels.Epilogue;
import dev.winnow.kernels.Kernels;
import java.util.List;

/**
 * A fully connected first layer of which only kept weights exist, and which multiplies them only by
 * ink; see {@link InkedLayer} for the background. Its activations are those that something reads.
 */
final class SparseInkedLayer implements InkLayer {
  private final Kernels kernels;
  private final Kept kept;
  private final float background;
  private final InkLists lists;
  private final Connections connections;
  private final Parameters parameters;
  private final Parameters idle;
  private final float[] start;
  private float[] columns = new float[0];

  SparseInkedLayer(Kernels kernels, float background, Kept kept) {
    this.kernels = kernels;
    this.kept = kept;
    this.background = background;
    this.lists = new InkLists(kept.inputs(), kept.used());
    this.connections = kept.connections().compacted();
    this.parameters = kept.parameters();
    this.idle = kept.idle();
    this.start = new float[connections.units()];
  }

  @Override
  public int size(int examples) {
    return Columns.size(connections.units(), examples);
  }

  @Override
  public void forward(Ink ink, int[] examples, float[] out) {
    lists.fetch(ink, examples);
    infer(ink, examples, out);
  }

  @Override
  public void infer(Ink ink, int[] examples, float[] out) {
    float[] values = parameters.values();
    int[] starts = connections.starts();
    for (int unit = 0; unit < start.length; unit++) {
      float sum = values[connections.size() + unit];
      for (int c = starts[unit]; background != 0 && c < starts[unit + 1]; c++) {
        sum = Math.fma(background, values[c], sum);
      }
      start[unit] = sum;
    }
    int stride = Columns.stride(examples.length);
    if (columns.length != lists.size(examples.length)) {
      columns = new float[lists.size(examples.length)];
    }
    lists.write(ink, examples, columns);
    Epilogue epilogue = new Epilogue(start, 0, kept.rectified());
    kernels.product(new CsrMatrix(connections, values), columns, epilogue, out, stride);
  }

  @Override
  public void backward(float[] out, float[] delta, int examples) {
    if (kept.appliesSlope()) {
      kernels.passActive(out, delta);
    }
    int stride = Columns.stride(examples);
    float[] gradient = parameters.gradient();
    kernels.sums(delta, start.length, gradient, connections.size(), stride);
    for (int unit = 0; unit < start.length; unit++) {
      start[unit] = background * gradient[connections.size() + unit];
    }
    kernels.dots(new CsrMatrix(connections, gradient), columns, delta, start, stride);
  }

  @Override
  public List<Parameters> parameters() {
    return List.of(parameters, idle);
  }
}
