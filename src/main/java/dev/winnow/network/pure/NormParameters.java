package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
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
  static NormParameters of(LayerSpec.BatchNorm spec, TicketParameters ticket, int offset) {
    int channels = spec.channels();
    // Among the biases: no mask, no decay.
    Parameters learned = ticket.learned(new int[0], places(channels, offset));
    Parameters running = ticket.counted(places(channels, offset + 2 * channels));
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
