package dev.winnow.training;

import dev.winnow.catalog.Choice;

/**
 * Gradient descent with momentum in one pass over the values: v ← μ v + g, w ← w − η (a g + b v).
 */
final class Velocity extends ParameterUpdater {
  private final float learningRate;
  private final float momentum;
  private final float weightDecay;
  private final float ofGradient;
  private final float ofVelocity;
  private float rate;

  private Velocity(Choice settings, Variables variables, float ofGradient, float ofVelocity) {
    super(variables, 1);
    this.learningRate = settings.decimal("learningRate").floatValue();
    this.momentum = settings.decimal("momentum").floatValue();
    this.weightDecay = settings.decimal("weightDecay").floatValue();
    this.ofGradient = ofGradient;
    this.ofVelocity = ofVelocity;
  }

  /** Heavy-ball momentum: a = 0 and b = 1. */
  static ParameterUpdater heavyBall(Choice settings, Variables variables) {
    return new Velocity(settings, variables, 0, 1);
  }

  /** Nesterov's momentum: a = 1 and b = μ. */
  static ParameterUpdater nesterov(Choice settings, Variables variables) {
    return new Velocity(settings, variables, 1, settings.decimal("momentum").floatValue());
  }

  @Override
  protected void begin(double share) {
    rate = learningRate * (float) share;
  }

  @Override
  protected void move(Variables.Range range, float scale) {
    float[] w = values();
    float[] slope = gradient();
    float[] factor = factors();
    float[] v = memory().get(0);
    float decay = range.decays() ? weightDecay : 0;
    float mu = momentum;
    float a = ofGradient;
    float b = ofVelocity;
    float step = rate;
    int end = range.end();
    for (int i = range.begin(); i < end; i++) {
      float g = (slope[i] * scale + decay * w[i]) * factor[i];
      v[i] = mu * v[i] + g;
      w[i] -= step * (a * g + b * v[i]);
    }
  }
}
