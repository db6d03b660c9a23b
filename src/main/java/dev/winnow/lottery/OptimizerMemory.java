package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an optimizer carries from one update to the next: momentum, or running means.
 *
 * @param updates done so far, from 0
 * @param arrays as many as the optimizer has, each with a number for every value of the network
 */
public record OptimizerMemory(int updates, List<Weights> arrays) {
  public OptimizerMemory {
    arrays = List.copyOf(arrays);
  }

  /** The same without what is known of pruned weights. */
  public OptimizerMemory under(Mask mask) {
    return new OptimizerMemory(updates, arrays.stream().map(mask::apply).toList());
  }

  /** The updates in 4 bytes, big-endian, and the arrays one after another. */
  public byte[] toBytes() {
    List<byte[]> parts = arrays.stream().map(Weights::toBytes).toList();
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES + parts.stream().mapToInt(part -> part.length).sum());
    bytes.putInt(updates);
    parts.forEach(bytes::put);
    return bytes.array();
  }

  /**
   * The inverse of {@link #toBytes}.
   *
   * @throws IllegalArgumentException if the bytes do not hold whole arrays
   */
  public static OptimizerMemory fromBytes(ParameterLayout layout, byte[] bytes) {
    List<Weights> arrays = new ArrayList<>();
    int length = Float.BYTES * layout.size();
    for (int from = Integer.BYTES; from < bytes.length; from += length) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + length, bytes.length));
      arrays.add(Weights.fromBytes(layout, part));
    }
    return new OptimizerMemory(ByteBuffer.wrap(bytes).getInt(), arrays);
  }
}
