package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Named;
import dev.winnow.random.RandomStream;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * The distribution from which a network's weights are drawn before training. What no mask covers
 * begins at its tensor's {@link TensorSpec#start}.
 */
public interface Initialisation extends Named {
  /**
   * The source of one tensor's values.
   *
   * @param tensor a prunable tensor
   * @param choice the initialisation's own parameters
   * @param random this tensor's own stream
   */
  DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random);

  /**
   * Fresh weights.
   *
   * @param streams the stream of each tensor, by the tensor's name
   */
  default Weights draw(
      ParameterLayout layout, Choice choice, Function<String, RandomStream> streams) {
    float[] flat = new float[layout.size()];
    for (ParameterLayout.Place place : layout.places()) {
      Arrays.fill(flat, place.offset(), place.end(), place.tensor().start());
    }
    for (ParameterLayout.Place place : layout.prunable()) {
      DoubleSupplier source = values(place.tensor(), choice, streams.apply(place.tensor().name()));
      for (int i = place.offset(); i < place.end(); i++) {
        flat[i] = (float) source.getAsDouble();
      }
    }
    return new Weights(layout, flat);
  }
}
