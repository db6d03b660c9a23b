package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Kernels;
import java.util.Arrays;

/**
 * What a convolution learns, in the order [ky][kx][channel in][channel out], the last one with
 * zeros up to a multiple of {@link Kernels#BLOCK}; then biases, filled up likewise.
 */
final class Filters {
  private Filters() {}

  /**
   * @param offset the place in the layout of the layer's first weight
   */
  static Parameters of(LayerSpec.Convolution spec, TicketParameters ticket, int offset) {
    int step = Columns.padded(spec.outChannels());
    int places = spec.kernel() * spec.kernel();
    int[] weights = new int[places * spec.inChannels() * step];
    int[] biases = new int[step];
    Arrays.fill(weights, Parameters.NOWHERE);
    Arrays.fill(biases, Parameters.NOWHERE);
    for (int o = 0; o < spec.outChannels(); o++) {
      for (int i = 0; i < spec.inChannels(); i++) {
        for (int place = 0; place < places; place++) {
          weights[(place * spec.inChannels() + i) * step + o] =
              offset + (o * spec.inChannels() + i) * places + place;
        }
      }
      biases[o] = offset + spec.outChannels() * spec.inChannels() * places + o;
    }
    return ticket.learned(weights, biases);
  }
}
