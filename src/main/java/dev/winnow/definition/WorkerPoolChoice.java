package dev.winnow.definition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which workers may run an experiment. */
public enum WorkerPoolChoice {
  /** No preference: waits in the pool that every installation has. */
  @JsonProperty("any")
  ANY,
  @JsonProperty("cpu")
  CPU,
  @JsonProperty("gpu")
  GPU
}
