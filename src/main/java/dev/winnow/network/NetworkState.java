package dev.winnow.network;

import java.util.List;

/**
 * All that a network's further training depends on besides the number of its updates.
 *
 * @param arrays the values, then the arrays of the optimizer's memory; each in the order of the
 *     layout, whatever the order that a code path works in
 */
public record NetworkState(List<float[]> arrays) {
  public NetworkState {
    arrays = List.copyOf(arrays);
  }

  public float[] values() {
    return arrays.get(0);
  }

  public List<float[]> memory() {
    return arrays.subList(1, arrays.size());
  }
}
