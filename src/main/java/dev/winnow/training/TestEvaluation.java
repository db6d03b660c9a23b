package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the test set is evaluated. It never selects anything. */
public enum TestEvaluation {
  /** Whenever the validation loss is the lowest so far, and after the last iteration. */
  @JsonProperty("best-and-last")
  BEST_AND_LAST,
  /** With every evaluation, as the paper does. */
  @JsonProperty("always")
  ALWAYS
}
