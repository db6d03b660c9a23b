package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a round is computed. Each path adds up its sums in an order of its own, so each gives the
 * same bits again and again, and they agree with each other to rounding.
 */
public enum ComputePath {
  /** Each layer as it is faster, by its density; on a GPU as {@link #DL4J}. */
  @JsonProperty("auto")
  AUTO,
  /** As {@link #AUTO} on a CPU, with convolutions tap by tap, never by Winograd's algorithm. */
  @JsonProperty("direct")
  DIRECT,
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
