package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Kingma and Ba 2014, algorithm 1: w −= rate · m̂ ÷ (√v̂ + ε). */
@Component
final class Adam implements Optimizer {
  @Override
  public String name() {
    return "adam";
  }

  @Override
  public String summary() {
    return "Adam (Kingma and Ba 2014), the paper's choice for LeNet and the small conv nets";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Optimizer.learningRate(),
        Parameter.decimal("beta1", "Decay of the mean", "0.9", Decimals.from("0", "1")),
        Parameter.decimal("beta2", "Decay of the squares' mean", "0.999", Decimals.from("0", "1")),
        Parameter.decimal("epsilon", "Added to the root", "0.00000001", Decimals.above("0", "1")),
        Optimizer.weightDecay());
  }

  @Override
  public int memories() {
    return 2;
  }

  @Override
  public ParameterUpdater learner(Choice settings, Variables variables) {
    return new Moments(settings, variables);
  }

  /**
   * One pass over the values. The corrections of both means are drawn into the rate and the
   * epsilon: m̂ ÷ (√v̂ + ε) = m √c₂ ÷ c₁ ÷ (√v + ε √c₂), where c₁ = 1 − β₁ᵗ and c₂ = 1 − β₂ᵗ.
   */
  private static final class Moments extends ParameterUpdater {
    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final float keepOfMean;
    private final float keepOfSquare;
    private final float weightDecay;
    private double power1 = 1;
    private double power2 = 1;
    private float rate;
    private float floor;

    Moments(Choice settings, Variables variables) {
      super(variables, 2);
      this.learningRate = settings.decimal("learningRate").doubleValue();
      this.beta1 = settings.decimal("beta1").doubleValue();
      this.beta2 = settings.decimal("beta2").doubleValue();
      this.epsilon = settings.decimal("epsilon").doubleValue();
      this.keepOfMean = settings.decimal("beta1").floatValue();
      this.keepOfSquare = settings.decimal("beta2").floatValue();
      this.weightDecay = settings.decimal("weightDecay").floatValue();
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
      power1 *= beta1;
      power2 *= beta2;
    }

    @Override
    protected void begin(double share) {
      raisePowers();
      double root = Math.sqrt(1 - power2);
      rate = (float) (learningRate * share * root / (1 - power1));
      // Not below the smallest normal float: 0 ÷ 0 would turn a pruned weight into a NaN.
      floor = Math.max((float) (epsilon * root), Float.MIN_NORMAL);
    }

    @Override
    protected void move(Variables.Range range, float scale) {
      if (isMasked()) {
        moveKept(range, scale);
      } else {
        moveAll(range, scale);
      }
    }

    private void moveKept(Variables.Range range, float scale) {
      float[] w = values();
      float[] slope = gradient();
      float[] factor = factors();
      float[] m = memory().get(0);
      float[] v = memory().get(1);
      float decay = range.decays() ? weightDecay : 0;
      float keep1 = keepOfMean;
      float add1 = (float) (1 - beta1);
      float keep2 = keepOfSquare;
      float add2 = (float) (1 - beta2);
      float step = rate;
      float least = floor;
      int end = range.end();
      for (int i = range.begin(); i < end; i++) {
        float g = (slope[i] * scale + decay * w[i]) * factor[i];
        m[i] = keep1 * m[i] + add1 * g;
        v[i] = keep2 * v[i] + add2 * g * g;
        w[i] -= step * m[i] / ((float) Math.sqrt(v[i]) + least);
      }
    }

    /** The same without the mask, which is as long as the values and so takes as long to read. */
    private void moveAll(Variables.Range range, float scale) {
      float[] w = values();
      float[] slope = gradient();
      float[] m = memory().get(0);
      float[] v = memory().get(1);
      float decay = range.decays() ? weightDecay : 0;
      float keep1 = keepOfMean;
      float add1 = (float) (1 - beta1);
      float keep2 = keepOfSquare;
      float add2 = (float) (1 - beta2);
      float step = rate;
      float least = floor;
      int end = range.end();
      for (int i = range.begin(); i < end; i++) {
        float g = slope[i] * scale + decay * w[i];
        m[i] = keep1 * m[i] + add1 * g;
        v[i] = keep2 * v[i] + add2 * g * g;
        w[i] -= step * m[i] / ((float) Math.sqrt(v[i]) + least);
      }
    }
  }
}
