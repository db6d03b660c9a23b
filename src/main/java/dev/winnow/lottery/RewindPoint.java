package dev.winnow.lottery;

import dev.winnow.training.Step;
import java.util.Objects;

/**
 * The values to which surviving weights return before a round (1803.03635, section 2; Frankle et
 * al. 2019 for points after the start).
 *
 * @param to a step of round 0's training; {@code 0it} is the initialisation
 * @param mode left out, as definitions once did, it is {@code weights}
 * @param optimizerState left out, it is {@code reset}
 */
public record RewindPoint(Step to, RewindMode mode, OptimizerState optimizerState) {
  public RewindPoint {
    mode = Objects.requireNonNullElse(mode, RewindMode.WEIGHTS);
    optimizerState = Objects.requireNonNullElse(optimizerState, OptimizerState.RESET);
  }
}
