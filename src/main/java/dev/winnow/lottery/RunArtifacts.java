package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a ticket's run leaves to later rounds besides its mask and final weights. A control leaves
 * nothing.
 *
 * @param nextMask the mask that it was pruned to, under which the next round trains
 * @param values by a name of the method's own, lower-case words joined by hyphens; see {@link
 *     Journal#artifact}
 */
public record RunArtifacts(Optional<Mask> nextMask, Map<String, byte[]> values) {
  public static final RunArtifacts NONE = new RunArtifacts(Optional.empty(), Map.of());

  public RunArtifacts {
    values = Map.copyOf(values);
  }

  public RunArtifacts withNextMask(Mask mask) {
    return new RunArtifacts(Optional.of(mask), values);
  }

  public RunArtifacts with(String name, Weights weights) {
    return with(name, weights.toBytes());
  }

  public RunArtifacts with(String name, OptimizerMemory memory) {
    return with(name, memory.toBytes());
  }

  private RunArtifacts with(String name, byte[] bytes) {
    Map<String, byte[]> more = new HashMap<>(values);
    more.put(name, bytes);
    return new RunArtifacts(nextMask, more);
  }
}
