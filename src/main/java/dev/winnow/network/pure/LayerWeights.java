package dev.winnow.network.pure;

/**
 * The place of one fully connected layer in a ticket: in the layout of its values and in its mask.
 *
 * @param index of the layer's weight among the prunable tensors
 * @param offset the place in the layout of the layer's first weight
 */
record LayerWeights(DenseShape shape, TicketParameters ticket, int index, int offset) {
  /** Kept ÷ all weights of this layer. */
  double density() {
    return (double) ticket.ticket().mask().survivors(index).length
        / (shape.inputs() * shape.outputs());
  }

  /** All weights as [outputs, padded inputs]. */
  Parameters weightsByOutput() {
    return parameters(shape.byOutput(offset));
  }

  /** All weights as rows, one for each input. */
  Parameters weightsByInput() {
    return parameters(shape.byInput(offset));
  }

  private Parameters parameters(int[] weights) {
    return ticket.learned(weights, shape.biases(offset));
  }
}
