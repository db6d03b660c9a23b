package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** From which network a round's mask is pruned (1803.03635, sections 2 and 4). */
public enum PruningStrategy {
  /** Each round from the one before. */
  @JsonProperty("iterative")
  ITERATIVE,
  /** Each round directly from the trained dense network, to the density of that round. */
  @JsonProperty("one-shot")
  ONE_SHOT
}
