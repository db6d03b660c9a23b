package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is differentiated. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Objective.Loss.class, name = "loss"),
  @JsonSubTypes.Type(value = Objective.SynapticFlow.class, name = "synaptic-flow")
})
public sealed interface Objective {
  /**
   * The mean cross-entropy in nats over examples that are trained on, as they are stored: without
   * augmentation.
   *
   * @param examples how many, from 1 to all that are trained on
   * @param draw decides which
   */
  record Loss(int examples, long draw) implements Objective {}

  /**
   * The logarithm of R, the sum of all outputs for an image of ones of a network that has the
   * absolute values of the weights, no biases and normalisation by its running variances alone
   * (Tanaka et al. 2020, 2006.05467, equation 2). Its gradient by one weight, times the weight, is
   * the weight's share of the flow: over each layer these sum up to 1, or to 0 if nothing flows.
   */
  record SynapticFlow() implements Objective {}
}
