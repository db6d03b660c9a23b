package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a round's optimizer knows of earlier trainings when it begins. */
public enum OptimizerState {
  /** Nothing: momentum and running means are zero. */
  @JsonProperty("reset")
  RESET
}
