package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a round is computed. All but {@link #DL4J} add up every sum in the same order and give the
 * same bits; DL4J's products agree with them to rounding.
 */
public enum PathChoice {
  /** Each layer as it is faster, by its density; on a GPU as {@link #DL4J}. */
  @JsonProperty("auto")
  AUTO,
  /** All weights take part in every product. */
  @JsonProperty("dense")
  DENSE,
  /** Kept weights alone. */
  @JsonProperty("sparse")
  SPARSE,
  /** DL4J's layers and its native products. */
  @JsonProperty("dl4j")
  DL4J
}
