package dev.winnow.engine.loop;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import dev.winnow.training.Optimizer;
import java.util.List;

/** Gradient descent with Nesterov's momentum in one pass over the values. */
final class MaskedNesterov implements MaskedOptimizer {
  private final Optimizer.Nesterov settings;
  private final Layout layout;
  private final float[] factors;
  private final float[] velocity;

  MaskedNesterov(Optimizer.Nesterov settings, Mask mask) {
    this.settings = settings;
    this.layout = mask.layout();
    this.factors = MaskedOptimizer.factors(mask);
    this.velocity = new float[layout.size()];
  }

  @Override
  public List<float[]> memory() {
    return List.of(velocity);
  }

  @Override
  public void update(float[] weights, float[] gradient, float scale, double share) {
    float rate = settings.learningRate().floatValue() * (float) share;
    for (Layout.Place place : layout.places()) {
      update(weights, gradient, scale, rate, place);
    }
  }

  // One index for all arrays and everything else in locals: only then the loop vectorises.
  private void update(
      float[] weights, float[] gradient, float scale, float rate, Layout.Place place) {
    float[] v = velocity;
    float[] factor = factors;
    float decay = place.tensor().prunable() ? settings.weightDecay().floatValue() : 0;
    float momentum = settings.momentum().floatValue();
    int end = place.end();
    for (int i = place.offset(); i < end; i++) {
      float g = (gradient[i] * scale + decay * weights[i]) * factor[i];
      v[i] = momentum * v[i] + g;
      weights[i] -= rate * (g + momentum * v[i]);
    }
  }
}
