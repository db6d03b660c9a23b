package dev.winnow.peer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The order in which the numbers of feature maps and filters stand in memory. */
enum Layout {
  CHANNELS_FIRST("channels first"),
  CHANNELS_LAST("channels last");

  private final String words;

  Layout(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The same numbers in this order. */
  Tensor of(Tensor tensor) {
    return reorders(tensor) ? tensor.contiguous(torch.MemoryFormat.ChannelsLast) : tensor;
  }

  /** All numbers in a row, in this order, without a copy if they stand so. */
  Tensor flat(Tensor tensor) {
    return (reorders(tensor) ? tensor.permute(0, 2, 3, 1) : tensor).reshape(-1);
  }

  /** A tensor of the same shape whose numbers are those of a row, in this order. */
  Tensor like(Tensor tensor, Tensor row) {
    long[] shape = new long[(int) tensor.dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return reorders(tensor)
        ? row.view(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2)
        : row.view(shape);
  }

  private boolean reorders(Tensor tensor) {
    return this == CHANNELS_LAST && tensor.dim() == 4;
  }
}
