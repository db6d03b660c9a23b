package dev.winnow.lottery.criterion;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ScoringContext;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights whose loss would most reduce the gradient's norm before training (Wang et al.
 * 2020, "GraSP", 2002.07376, equation 8). Removing weight w changes the norm by about S = −w (H g),
 * with g the gradient over one batch and H its Hessian; the highest S go first, so the score is w
 * (H g).
 *
 * <p>H g is the central difference of gradients along g, over {@link #REACH} of the weights' norm
 * to each side: units that switch on or off on the way count as curvature, which the derivative at
 * the point itself leaves out. The logits are divided by a temperature, which is the same as
 * dividing the output layer's values by it.
 */
@Component
final class Grasp implements Criterion {
  private static final String EXAMPLES = "examples";
  private static final String TEMPERATURE = "temperature";

  /** Far above the rounding of single precision, far below where the gradient bends. */
  private static final double REACH = 0.01;

  @Override
  public String name() {
    return "grasp";
  }

  @Override
  public String summary() {
    return "Before training, prune the weights that the gradient's norm can do without";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer(EXAMPLES, "Training examples drawn for the batch", 100, 1, 1000),
        Parameter.decimal(
            TEMPERATURE, "What the logits are divided by", "200", Decimals.above("0", "10000")));
  }

  @Override
  public boolean looksAhead() {
    return true;
  }

  @Override
  public int examples(Choice choice) {
    return choice.integer(EXAMPLES);
  }

  @Override
  public float[] score(ScoringContext context, Choice choice) {
    Objective loss = new Objective.Loss(examples(choice), context.random().nextLong());
    float cooling = 1 / choice.decimal(TEMPERATURE).floatValue();
    Weights weights = context.trained();
    float[] scores = ScoringContext.prunable(weights);
    float[] slopes = slopes(context, weights, loss, cooling);
    double norm = norm(slopes);
    if (norm == 0) {
      return new float[scores.length];
    }
    double reach = REACH * norm(scores);
    float[] ahead = slopes(context, moved(weights, slopes, reach / norm), loss, cooling);
    float[] behind = slopes(context, moved(weights, slopes, -reach / norm), loss, cooling);
    for (int i = 0; i < scores.length; i++) {
      scores[i] *= (float) (((double) ahead[i] - behind[i]) * norm / (2 * reach));
    }
    return scores;
  }

  /** The gradient of the loss of cooled logits. */
  private static float[] slopes(ScoringContext context, Weights at, Objective loss, float cooling) {
    float[] slopes = context.slopes(cooled(at, cooling), loss);
    ParameterLayout layout = at.layout();
    int output = layout.prunable().get(layout.prunable().size() - 1).tensor().size();
    for (int i = slopes.length - output; i < slopes.length; i++) {
      slopes[i] *= cooling;
    }
    return slopes;
  }

  private static Weights cooled(Weights weights, float cooling) {
    List<ParameterLayout.Place> prunable = weights.layout().prunable();
    String output = prunable.get(prunable.size() - 1).tensor().layer();
    float[] values = weights.values();
    for (ParameterLayout.Place place : weights.layout().places()) {
      for (int i = place.offset(); place.tensor().layer().equals(output) && i < place.end(); i++) {
        values[i] *= cooling;
      }
    }
    return new Weights(weights.layout(), values);
  }

  private static Weights moved(Weights weights, float[] direction, double length) {
    float[] values = weights.values();
    int position = 0;
    for (ParameterLayout.Place place : weights.layout().prunable()) {
      for (int i = place.offset(); i < place.end(); i++) {
        values[i] += (float) (length * direction[position++]);
      }
    }
    return new Weights(weights.layout(), values);
  }

  private static double norm(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
