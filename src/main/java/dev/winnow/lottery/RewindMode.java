package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which values the surviving weights have when a round begins, and where in training that is. */
public enum RewindMode {
  /** Those at the rewind point; training goes on from there (Frankle et al. 2019, section 3). */
  @JsonProperty("weights")
  WEIGHTS,
  /**
   * Those that the last round ended with; the learning rate is that of the rewind point and follows
   * its schedule from there (Renda et al. 2020, "learning rate rewinding").
   */
  @JsonProperty("learning-rate")
  LEARNING_RATE,
  /**
   * Those that the last round ended with; the learning rate stays at its last value for as long as
   * a training takes from the rewind point to its end (Renda et al. 2020, "fine-tuning").
   */
  @JsonProperty("fine-tune")
  FINE_TUNE,
  /**
   * Those that the last round ended with; training goes on from there as if from the start, without
   * a reset (1803.03635, appendix B, strategy 2).
   */
  @JsonProperty("continue")
  CONTINUE
}
