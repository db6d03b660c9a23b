package dev.winnow.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.queue.Pool;

/** Which workers may run an experiment. */
public enum PoolChoice {
  /** No preference: waits in the pool that every installation has. */
  @JsonProperty("any")
  ANY(Pool.CPU),
  @JsonProperty("cpu")
  CPU(Pool.CPU),
  @JsonProperty("gpu")
  GPU(Pool.GPU);

  private final Pool pool;

  PoolChoice(Pool pool) {
    this.pool = pool;
  }

  Pool pool() {
    return pool;
  }
}
