package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/** How the learning rate changes over a training: a pure function of the iteration. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Schedule.Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = Schedule.Steps.class, name = "steps"),
  @JsonSubTypes.Type(value = Schedule.Cosine.class, name = "cosine")
})
public sealed interface Schedule {
  /**
   * The share of the learning rate that holds in one iteration.
   *
   * @param iteration from 0 to {@code iterations} − 1
   * @param iterations of the whole training
   * @param perEpoch iterations of one epoch
   */
  double share(int iteration, int iterations, int perEpoch);

  /** All of it, always. */
  record Constant() implements Schedule {
    @Override
    public double share(int iteration, int iterations, int perEpoch) {
      return 1;
    }
  }

  /**
   * Multiplied by {@code factor} once each of the steps is done (1803.03635, figure 2: ResNet-18,
   * VGG-19).
   */
  record Steps(StepList at, BigDecimal factor) implements Schedule {
    @Override
    public double share(int iteration, int iterations, int perEpoch) {
      double share = 1;
      for (Step step : at.steps()) {
        if (iteration >= step.in(perEpoch)) {
          share *= factor.doubleValue();
        }
      }
      return share;
    }
  }

  /**
   * Half a cosine from 1 to {@code end} (Loshchilov and Hutter 2017, equation 5, without restarts).
   */
  record Cosine(BigDecimal end) implements Schedule {
    @Override
    public double share(int iteration, int iterations, int perEpoch) {
      double least = end.doubleValue();
      double angle = StrictMath.PI * iteration / iterations;
      return least + (1 - least) * (1 + StrictMath.cos(angle)) / 2;
    }
  }
}
