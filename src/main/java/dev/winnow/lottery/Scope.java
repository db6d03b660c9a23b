package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which weights are ranked together. */
public enum Scope {
  /** Each layer by itself, at its own rate. */
  @JsonProperty("layerwise")
  LAYERWISE,
  /** All layers that are pruned, at one rate (1803.03635, section 4). */
  @JsonProperty("global")
  GLOBAL
}
