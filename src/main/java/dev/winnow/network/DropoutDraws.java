package dev.winnow.network;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.random.RandomStream;

/**
 * What one dropout multiplies activations by: 0 for a share of {@link #rate} of them, 1 ÷ (1 −
 * rate) for the rest, so that their expectation stays (Srivastava et al. 2014, section 10). A
 * function of the trial's seed, the layer and the iteration alone, so that a training that goes on
 * after an interruption drops what it would have dropped.
 *
 * @param size numbers of one example that pass the layer
 * @param rate from 0 to less than 1
 */
public record DropoutDraws(long seed, String layer, int size, double rate) {
  public static DropoutDraws of(LayerSpec.Dropout spec, long seed) {
    int size = spec.channels() * spec.height() * spec.width();
    return new DropoutDraws(seed, spec.name(), size, spec.rate().doubleValue());
  }

  /**
   * The factors of so many examples, example after example, in the order channel, row, column.
   *
   * @param iteration counted from the beginning of a training, not from its rewind point
   */
  public float[] factors(int iteration, int examples) {
    RandomStream random = RandomStream.of(seed, "dropout", layer, iteration);
    float kept = (float) (1 / (1 - rate));
    float[] factors = new float[examples * size];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.nextDouble() < rate ? 0 : kept;
    }
    return factors;
  }
}
