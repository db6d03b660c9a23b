package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Running means and variances among flat values in the order of the layout. DL4J gives as their
 * gradient what is to be subtracted from them as it is, whatever the optimizer.
 */
final class RunningStatistics {
  private record Range(int begin, int end) {}

  private final List<Range> ranges = new ArrayList<>();

  RunningStatistics(List<LayerSpec> layers) {
    int offset = 0;
    for (LayerSpec layer : layers.stream().flatMap(LayerSpec::parts).toList()) {
      int end = offset + layer.tensors().stream().mapToInt(TensorSpec::size).sum();
      ranges.add(new Range(end - layer.accept(new RunningValues()), end));
      offset = end;
    }
  }

  /** Subtracts DL4J's updates and leaves a gradient of zero, so that no optimizer changes them. */
  void update(float[] values, float[] gradient) {
    for (Range range : ranges) {
      for (int i = range.begin; i < range.end; i++) {
        values[i] -= gradient[i];
      }
    }
    clear(gradient);
  }

  /** Leaves a gradient of zero. */
  void clear(float[] gradient) {
    ranges.forEach(range -> Arrays.fill(gradient, range.begin, range.end, 0));
  }
}
