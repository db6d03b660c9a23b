package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import java.util.stream.IntStream;

/**
 * The values of a batch normalisation.
 *
 * @param learned γ of all channels, then β
 * @param running mean of all channels, then variance
 */
record NormParameters(Parameters learned, Parameters running) {
  /**
   * @param offset the place in the layout of the layer's first value
   */
  static NormParameters of(LayerSpec.BatchNorm spec, TicketParameters ticket, int offset) {
    int count = 2 * spec.channels();
    // Among the biases: no mask, no decay.
    Parameters learned = ticket.learned(new int[0], places(offset, count));
    Parameters running = ticket.counted(places(offset + count, count));
    return new NormParameters(learned, running);
  }

  private static int[] places(int first, int count) {
    return IntStream.range(first, first + count).toArray();
  }
}
