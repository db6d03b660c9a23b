package dev.winnow.engine.loop;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import dev.winnow.training.Optimizer;
import java.util.List;

/**
 * Adam (Kingma and Ba 2014, algorithm 1) in one pass over the values. The corrections of both means
 * are drawn into the rate and the epsilon: m̂ ÷ (√v̂ + ε) = m √c₂ ÷ c₁ ÷ (√v + ε √c₂), where c₁ = 1
 * − β₁ᵗ and c₂ = 1 − β₂ᵗ.
 */
final class MaskedAdam implements MaskedOptimizer {
  private final Optimizer.Adam settings;
  private final Layout layout;
  private final float[] factors;
  private final float[] mean;
  private final float[] square;
  private double power1 = 1;
  private double power2 = 1;
  private float rate;
  private float floor;

  MaskedAdam(Optimizer.Adam settings, Mask mask) {
    this.settings = settings;
    this.layout = mask.layout();
    this.factors = MaskedOptimizer.factors(mask);
    this.mean = new float[layout.size()];
    this.square = new float[layout.size()];
  }

  @Override
  public List<float[]> memory() {
    return List.of(mean, square);
  }

  /** Multiplies again as often as the updates did: no other way gives the same bits. */
  @Override
  public void resume(int updates) {
    power1 = 1;
    power2 = 1;
    for (int update = 0; update < updates; update++) {
      raisePowers();
    }
  }

  private void raisePowers() {
    power1 *= settings.beta1().doubleValue();
    power2 *= settings.beta2().doubleValue();
  }

  @Override
  public void update(float[] weights, float[] gradient, float scale, double share) {
    raisePowers();
    double root = Math.sqrt(1 - power2);
    rate = (float) (settings.learningRate().doubleValue() * share * root / (1 - power1));
    // Not below the smallest normal float: 0 ÷ 0 would turn a pruned weight into a NaN.
    floor = Math.max((float) (settings.epsilon().doubleValue() * root), Float.MIN_NORMAL);
    for (Layout.Place place : layout.places()) {
      update(weights, gradient, scale, place);
    }
  }

  // One index for all arrays and everything else in locals: only then the loop vectorises.
  private void update(float[] weights, float[] gradient, float scale, Layout.Place place) {
    float[] m = mean;
    float[] v = square;
    float[] factor = factors;
    float decay = place.tensor().prunable() ? settings.weightDecay().floatValue() : 0;
    float keep1 = settings.beta1().floatValue();
    float add1 = (float) (1 - settings.beta1().doubleValue());
    float keep2 = settings.beta2().floatValue();
    float add2 = (float) (1 - settings.beta2().doubleValue());
    float step = rate;
    float least = floor;
    int end = place.end();
    for (int i = place.offset(); i < end; i++) {
      float g = (gradient[i] * scale + decay * weights[i]) * factor[i];
      m[i] = keep1 * m[i] + add1 * g;
      v[i] = keep2 * v[i] + add2 * g * g;
      weights[i] -= step * m[i] / ((float) Math.sqrt(v[i]) + least);
    }
  }
}
