package dev.winnow.lottery;

import dev.winnow.architecture.Initialisation;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Networks for tests. */
public final class Networks {
  private Networks() {}

  /** Tensors of 12, 3, 6 and 2 values; the first and third are weights. */
  public static ParameterLayout small() {
    return new ParameterLayout(
        List.of(
            new TensorSpec("fc1.weight", List.of(3, 4), true, 4, 3),
            new TensorSpec("fc1.bias", List.of(3), false, 0, 0),
            new TensorSpec("fc2.weight", List.of(2, 3), true, 3, 2),
            new TensorSpec("fc2.bias", List.of(2), false, 0, 0)));
  }

  public static ParameterLayout layout(int... sizes) {
    List<TensorSpec> tensors = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      tensors.add(new TensorSpec("fc" + i + ".weight", List.of(1, sizes[i]), true, sizes[i], 1));
      tensors.add(new TensorSpec("fc" + i + ".bias", List.of(1), false, 0, 0));
    }
    return new ParameterLayout(tensors);
  }

  /** Fully connected layers without biases. */
  public static ParameterLayout chain(int... widths) {
    List<TensorSpec> tensors = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      List<Integer> shape = List.of(widths[i], widths[i - 1]);
      tensors.add(new TensorSpec("fc" + i + ".weight", shape, true, widths[i - 1], widths[i]));
    }
    return new ParameterLayout(tensors);
  }

  public static Weights random(ParameterLayout layout, long seed) {
    RandomStream random = RandomStream.of(seed, "test-weights");
    float[] values = new float[layout.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Weights(layout, values);
  }

  public static Initialisation gaussian() {
    return new Initialisation() {
      @Override
      public String name() {
        return "gaussian";
      }

      @Override
      public String summary() {
        return "For tests";
      }

      @Override
      public DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random) {
        return random::nextGaussian;
      }
    };
  }
}
