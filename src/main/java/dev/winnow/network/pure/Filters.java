package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import java.util.stream.IntStream;

/**
 * What a convolution learns: its weights, which are [o][i][ky][kx] in the layout, then its biases.
 */
final class Filters {
  private Filters() {}

  /**
   * In the layout's own order.
   *
   * @param offset the place in the layout of the layer's first weight
   */
  static Parameters byOutput(LayerSpec.Convolution spec, TicketParameters ticket, int offset) {
    return of(spec, ticket, offset, IntStream.range(0, weights(spec)));
  }

  /**
   * In the order [ky][kx][o][i].
   *
   * @param offset the place in the layout of the layer's first weight
   */
  static Parameters byTap(LayerSpec.Convolution spec, TicketParameters ticket, int offset) {
    int pairs = spec.outChannels() * spec.inChannels();
    int taps = spec.kernel() * spec.kernel();
    return of(
        spec,
        ticket,
        offset,
        IntStream.range(0, weights(spec)).map(w -> w % pairs * taps + w / pairs));
  }

  private static Parameters of(
      LayerSpec.Convolution spec, TicketParameters ticket, int offset, IntStream weights) {
    int biases = offset + weights(spec);
    return ticket.learned(
        weights.map(w -> offset + w).toArray(),
        IntStream.range(biases, biases + spec.outChannels()).toArray());
  }

  /** The number of weights. */
  static int weights(LayerSpec.Convolution spec) {
    return spec.outChannels() * spec.inChannels() * spec.kernel() * spec.kernel();
  }
}
