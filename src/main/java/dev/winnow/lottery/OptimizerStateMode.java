package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a round's optimizer knows of earlier trainings when it begins. */
public enum OptimizerStateMode {
  /** Nothing: momentum and running means are zero. */
  @JsonProperty("reset")
  RESET,
  /**
   * What it knew at the end of the training by which the round's ticket was pruned, but for pruned
   * weights, wherever the surviving weights return to. Controls have no past and begin anew.
   */
  @JsonProperty("kept")
  KEPT
}
