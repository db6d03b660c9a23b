package dev.winnow.network.pure;

import java.util.HashMap;
import java.util.Map;

/** Arrays that hold numbers for a moment, each used by many layers one after another. */
final class ScratchArrays {
  private record Key(int length, int slot) {}

  private final Map<Key, float[]> exact = new HashMap<>();
  private final Map<Integer, float[]> growing = new HashMap<>();

  /**
   * The same array each time, with what was left in it.
   *
   * @param slot tells arrays apart that are in use at the same time
   */
  float[] of(int length, int slot) {
    return exact.computeIfAbsent(new Key(length, slot), key -> new float[length]);
  }

  /** One array for each slot, which grows with what is asked for. */
  float[] atLeast(int length, int slot) {
    float[] kept = growing.get(slot);
    if (kept == null || kept.length < length) {
      kept = new float[length];
      growing.put(slot, kept);
    }
    return kept;
  }
}
