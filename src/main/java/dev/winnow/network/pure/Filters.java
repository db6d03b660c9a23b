package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import java.util.stream.IntStream;

/** What a convolution learns, in the layout's own order: [o][i][ky][kx], then biases. */
final class Filters {
  private Filters() {}

  /**
   * @param offset the place in the layout of the layer's first weight
   */
  static Parameters of(LayerSpec.Convolution spec, TicketParameters ticket, int offset) {
    int biases = offset + weights(spec);
    return ticket.learned(
        IntStream.range(offset, biases).toArray(),
        IntStream.range(biases, biases + spec.outChannels()).toArray());
  }

  /** The number of weights. */
  static int weights(LayerSpec.Convolution spec) {
    return spec.outChannels() * spec.inChannels() * spec.kernel() * spec.kernel();
  }
}
