package dev.winnow.engine.pure;

import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.Optimizer;
import java.util.stream.IntStream;

/**
 * What a ticket says of one fully connected layer.
 *
 * @param index of the layer's weight among the prunable tensors
 * @param offset the place in the layout of the layer's first weight
 */
record Part(Shape shape, Ticket ticket, int index, int offset, Optimizer optimizer) {
  /** Kept ÷ all weights of this layer. */
  double density() {
    return (double) positions().length / (shape.inputs() * shape.outputs());
  }

  Connections connections() {
    return Connections.of(positions(), shape.outputs(), shape.inputs());
  }

  /** Kept positions in the [outputs, inputs] weight, ascending. */
  private int[] positions() {
    Mask mask = ticket.mask();
    int first = mask.firstPosition(index);
    return IntStream.of(mask.survivors(index)).map(position -> position - first).toArray();
  }

  /** Kept weights alone. */
  Parameters keptWeights() {
    return parameters(IntStream.of(positions()).map(position -> offset + position).toArray());
  }

  /** All weights as [outputs, padded inputs]. */
  Parameters weightsByOutput() {
    return parameters(shape.byOutput(offset));
  }

  /** All weights as [even inputs, padded outputs]. */
  Parameters weightsByInput() {
    return parameters(shape.byInput(offset));
  }

  private Parameters parameters(int[] weights) {
    return Parameters.of(weights, shape.biases(offset), ticket, optimizer);
  }
}
