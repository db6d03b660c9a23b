package dev.winnow.lottery.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.GradientComputer;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.ScoringContexts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On the loss ½ wᵀ A w, whose gradient is A w and whose Hessian is A. */
class GraspTest {
  private static final ParameterLayout LAYOUT = Networks.layout(4, 3);
  private static final int[] INDICES = {0, 1, 2, 3, 5, 6, 7};
  private static final int OUTPUT = 4;
  private static final double[][] HESSIAN = symmetric();

  @Test
  void a_weight_counts_as_much_as_its_loss_would_cost_the_gradients_norm() {
    Weights weights = Networks.random(LAYOUT, 3);
    assertThat(scores(weights, "1")).hasSize(7);
    assertClose(scores(weights, "1"), expected(weights, 1));
  }

  @Test
  void a_temperature_divides_what_the_output_layer_gives() {
    Weights weights = Networks.random(LAYOUT, 4);
    assertClose(scores(weights, "8"), expected(weights, 1.0 / 8));
  }

  @Test
  void a_gradient_of_zero_ranks_nothing() {
    ScoringContext context =
        context(
            Networks.random(LAYOUT, 1),
            (ticket, objective) -> new Weights(LAYOUT, new float[LAYOUT.size()]));
    assertThat(new Grasp().score(context, choice("200"))).containsOnly(0);
  }

  /** wᵢ (S A S S A S w)ᵢ, where S scales the output layer. */
  private static double[] expected(Weights weights, double cooling) {
    double[] w = new double[INDICES.length];
    for (int i = 0; i < w.length; i++) {
      w[i] = weights.value(INDICES[i]);
    }
    double[] curved = cooledProduct(cooledProduct(w, cooling), cooling);
    for (int i = 0; i < w.length; i++) {
      w[i] *= curved[i];
    }
    return w;
  }

  private static double[] cooledProduct(double[] values, double cooling) {
    return scaled(product(scaled(values, cooling)), cooling);
  }

  private static double[] scaled(double[] values, double cooling) {
    double[] scaled = values.clone();
    for (int i = OUTPUT; i < scaled.length; i++) {
      scaled[i] *= cooling;
    }
    return scaled;
  }

  private static double[] product(double[] values) {
    double[] product = new double[values.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[i] += HESSIAN[i][j] * values[j];
      }
    }
    return product;
  }

  private static float[] scores(Weights weights, String temperature) {
    return new Grasp().score(context(weights, gradients()), choice(temperature));
  }

  private static GradientComputer gradients() {
    return (ticket, objective) -> {
      double[] values = new double[INDICES.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = ticket.start().value(INDICES[i]);
      }
      double[] product = product(values);
      float[] flat = new float[LAYOUT.size()];
      for (int i = 0; i < values.length; i++) {
        flat[INDICES[i]] = (float) product[i];
      }
      return new Weights(LAYOUT, flat);
    };
  }

  private static ScoringContext context(Weights weights, GradientComputer gradients) {
    return ScoringContexts.untrained(Mask.dense(LAYOUT), weights, List.of(1, 1), gradients);
  }

  private static Choice choice(String temperature) {
    return new Choice("grasp", Map.of("examples", 9, "temperature", new BigDecimal(temperature)));
  }

  private static double[][] symmetric() {
    double[][] matrix = new double[INDICES.length][INDICES.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = Math.cos(i + j) + (i == j ? 2 : 0);
      }
    }
    return matrix;
  }

  private static void assertClose(float[] scores, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) scores[i])
          .isCloseTo(expected[i], offset(1e-4 * Math.max(0.01, Math.abs(expected[i]))));
    }
  }
}
