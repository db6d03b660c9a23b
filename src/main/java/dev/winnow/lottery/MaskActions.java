package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What becomes of weights when a round begins (Zhou et al. 2019, "Deconstructing Lottery Tickets",
 * 1905.01067, sections 3 and 4: mask-0 and mask-1 actions).
 */
public record MaskActions(Pruned pruned, Kept kept) {
  /** As in 1803.03635. */
  public static final MaskActions ORIGINAL = new MaskActions(Pruned.ZERO, Kept.REWIND);

  /** The value that a pruned weight has for good. */
  public enum Pruned {
    /** 0. */
    @JsonProperty("zero")
    ZERO,
    /** The one that it had at initialisation. */
    @JsonProperty("freeze-at-init")
    FREEZE_AT_INIT
  }

  /** The value with which a surviving weight begins. */
  public enum Kept {
    /** That of the rewind point. */
    @JsonProperty("rewind")
    REWIND,
    /** A fresh draw from the initialisation, with the sign that it had at the rewind point. */
    @JsonProperty("sign")
    SIGN,
    /** The standard deviation of its layer's initial weights, with its sign. */
    @JsonProperty("signed-constant")
    SIGNED_CONSTANT
  }
}
