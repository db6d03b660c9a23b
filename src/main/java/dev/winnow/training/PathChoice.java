package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a round is computed. The paths agree to rounding, not to the bit. */
public enum PathChoice {
  /** Each round as it is faster, by a fixed rule. */
  @JsonProperty("auto")
  AUTO,
  /** All weights take part in every product. */
  @JsonProperty("dense")
  DENSE,
  /** Kept weights alone. */
  @JsonProperty("sparse")
  SPARSE
}
