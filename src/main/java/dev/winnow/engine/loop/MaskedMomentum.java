package dev.winnow.engine.loop;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import dev.winnow.training.Optimizer;
import java.math.BigDecimal;
import java.util.List;

/**
 * Gradient descent with momentum in one pass over the values: v ← μ v + g, w ← w − η (a g + b v).
 */
final class MaskedMomentum implements MaskedOptimizer {
  private final float learningRate;
  private final float momentum;
  private final float weightDecay;
  private final float ofGradient;
  private final float ofVelocity;
  private final Layout layout;
  private final float[] factors;
  private final float[] velocity;

  private MaskedMomentum(
      BigDecimal learningRate,
      BigDecimal momentum,
      BigDecimal weightDecay,
      float ofGradient,
      float ofVelocity,
      Mask mask) {
    this.learningRate = learningRate.floatValue();
    this.momentum = momentum.floatValue();
    this.weightDecay = weightDecay.floatValue();
    this.ofGradient = ofGradient;
    this.ofVelocity = ofVelocity;
    this.layout = mask.layout();
    this.factors = MaskedOptimizer.factors(mask);
    this.velocity = new float[layout.size()];
  }

  /** Heavy-ball momentum: a = 0 and b = 1. */
  static MaskedMomentum heavyBall(Optimizer.Sgd sgd, Mask mask) {
    return new MaskedMomentum(sgd.learningRate(), sgd.momentum(), sgd.weightDecay(), 0, 1, mask);
  }

  /** Nesterov's momentum: a = 1 and b = μ. */
  static MaskedMomentum nesterov(Optimizer.Nesterov nesterov, Mask mask) {
    BigDecimal momentum = nesterov.momentum();
    return new MaskedMomentum(
        nesterov.learningRate(), momentum, nesterov.weightDecay(), 1, momentum.floatValue(), mask);
  }

  @Override
  public List<float[]> memory() {
    return List.of(velocity);
  }

  @Override
  public void update(float[] weights, float[] gradient, float scale, double share) {
    float rate = learningRate * (float) share;
    for (Layout.Place place : layout.places()) {
      update(weights, gradient, scale, rate, place);
    }
  }

  // One index for all arrays and everything else in locals: only then the loop vectorises.
  private void update(
      float[] weights, float[] gradient, float scale, float rate, Layout.Place place) {
    float[] v = velocity;
    float[] factor = factors;
    float decay = place.tensor().prunable() ? weightDecay : 0;
    float mu = momentum;
    float a = ofGradient;
    float b = ofVelocity;
    int end = place.end();
    for (int i = place.offset(); i < end; i++) {
      float g = (gradient[i] * scale + decay * weights[i]) * factor[i];
      v[i] = mu * v[i] + g;
      weights[i] -= rate * (a * g + b * v[i]);
    }
  }
}
