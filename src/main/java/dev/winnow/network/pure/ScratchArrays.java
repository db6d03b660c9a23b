package dev.winnow.network.pure;

import java.util.HashMap;
import java.util.Map;

/**
 * Arrays that hold activations or their gradient for a moment, each used by many layers of the same
 * layout one after another.
 */
final class ScratchArrays {
  private record Key(ActivationLayout layout, int slot) {}

  private final Map<Key, float[]> arrays = new HashMap<>();

  /**
   * The same array each time, with what was left in it. It is longer than asked for if a caller
   * with this slot has asked for more examples before.
   *
   * @param slot tells arrays apart that are in use at the same time
   */
  float[] of(ActivationLayout layout, int examples, int slot) {
    Key key = new Key(layout, slot);
    float[] kept = arrays.get(key);
    if (kept == null || kept.length < layout.size(examples)) {
      kept = new float[layout.size(examples)];
      arrays.put(key, kept);
    }
    return kept;
  }
}
