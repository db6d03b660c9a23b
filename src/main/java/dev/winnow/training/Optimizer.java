package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;

/**
 * How a gradient becomes a step. Weight decay is L2 regularisation: decay × weight is added to the
 * gradient of prunable weights (not of biases) before anything else.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Optimizer.Adam.class, name = "adam"),
  @JsonSubTypes.Type(value = Optimizer.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = Optimizer.Nesterov.class, name = "nesterov")
})
public sealed interface Optimizer {
  BigDecimal learningRate();

  BigDecimal weightDecay();

  /** Numbers that it carries from update to update for each value. */
  default int memories() {
    return 1;
  }

  /**
   * Kingma and Ba 2014, algorithm 1: w −= rate · m̂ ÷ (√v̂ + ε).
   *
   * @param beta1 decay of the gradient's mean, from 0 to below 1
   * @param beta2 decay of the squared gradient's mean, from 0 to below 1
   * @param epsilon added to the root, above 0
   */
  record Adam(
      BigDecimal learningRate,
      BigDecimal beta1,
      BigDecimal beta2,
      BigDecimal epsilon,
      BigDecimal weightDecay)
      implements Optimizer {
    @Override
    public int memories() {
      return 2;
    }
  }

  /**
   * Gradient descent with heavy-ball momentum: v = momentum · v + g; w −= rate · v.
   *
   * @param momentum from 0 (plain gradient descent) to below 1
   */
  record Sgd(BigDecimal learningRate, BigDecimal momentum, BigDecimal weightDecay)
      implements Optimizer {}

  /**
   * Gradient descent with Nesterov's momentum (Sutskever et al. 2013, in the form of Bengio et al.
   * 2013, equation 7): v = momentum · v + g; w −= rate · (g + momentum · v).
   *
   * @param momentum from 0 (plain gradient descent) to below 1
   */
  record Nesterov(BigDecimal learningRate, BigDecimal momentum, BigDecimal weightDecay)
      implements Optimizer {}
}
