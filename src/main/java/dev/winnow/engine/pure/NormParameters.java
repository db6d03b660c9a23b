package dev.winnow.engine.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.Arrays;

/**
 * The values of a batch normalisation, each kind with zeros up to a multiple of {@link
 * Kernels#BLOCK}.
 *
 * @param learned γ of all channels, then β
 * @param running mean of all channels, then variance
 */
record NormParameters(Parameters learned, Parameters running) {
  /**
   * @param offset the place in the layout of the layer's first value
   */
  static NormParameters of(
      LayerSpec.BatchNorm spec, Ticket ticket, int offset, Optimizer optimizer) {
    int channels = spec.channels();
    // Among the biases: no mask, no decay.
    Parameters learned = Parameters.of(new int[0], places(channels, offset), ticket, optimizer);
    Parameters running = Parameters.counted(places(channels, offset + 2 * channels), ticket);
    return new NormParameters(learned, running);
  }

  private static int[] places(int channels, int offset) {
    int step = Columns.padded(channels);
    int[] places = new int[2 * step];
    Arrays.fill(places, Parameters.NOWHERE);
    for (int c = 0; c < channels; c++) {
      places[c] = offset + c;
      places[step + c] = offset + channels + c;
    }
    return places;
  }
}
