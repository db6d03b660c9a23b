package dev.winnow.training;

import java.util.List;
import java.util.stream.Stream;

/**
 * Learns some values of one training by the rule of its optimizer. It owns them, their gradient,
 * their mask and the optimizer's memory. The gradient, with weight decay added, is multiplied by
 * the mask before it enters the memory, so neither memory nor update of a pruned value ever leaves
 * zero: what is +0.0f stays +0.0f, and what is frozen stays what it is.
 */
public abstract class ParameterUpdater {
  private final Variables variables;
  private final float[] gradient;
  private final List<float[]> memory;

  /**
   * @param memories arrays that the optimizer carries along, zero at first
   */
  protected ParameterUpdater(Variables variables, int memories) {
    this.variables = variables;
    this.gradient = new float[variables.values().length];
    this.memory = Stream.generate(() -> new float[gradient.length]).limit(memories).toList();
  }

  /** The values themselves; the network reads them, {@link #update} changes them. */
  public final float[] values() {
    return variables.values();
  }

  /** Where the network writes the gradient, summed over the batch. */
  public final float[] gradient() {
    return gradient;
  }

  /** The arrays that it carries from one update to the next, not copies; as long as the values. */
  public final List<float[]> memory() {
    return memory;
  }

  /** 0 where the mask prunes, else 1. */
  protected final float[] factors() {
    return variables.factors();
  }

  /** Whether the mask prunes any value. */
  protected final boolean isMasked() {
    return variables.masked();
  }

  /**
   * One update of the values in place.
   *
   * @param scale 1 ÷ the number of examples that the gradient is summed over
   * @param share of the learning rate that holds in this iteration
   */
  public final void update(float scale, double share) {
    begin(share);
    for (Variables.Range range : variables.ranges()) {
      move(range, scale);
    }
  }

  /** The gradient's mean over the batch as updates see it, without decay: 0 where pruned. */
  public final float[] maskedGradient(float scale) {
    float[] factor = variables.factors();
    float[] mean = new float[gradient.length];
    for (int i = 0; i < mean.length; i++) {
      // A pruned value's is +0, whatever its sign was.
      mean[i] = 0f + gradient[i] * scale * factor[i];
    }
    return mean;
  }

  /** Learns nothing: for what a layer keeps count of by itself. */
  public static ParameterUpdater still(float[] values) {
    return new ParameterUpdater(Variables.still(values), 0) {
      @Override
      protected void begin(double share) {
        // Nothing to prepare.
      }

      @Override
      protected void move(Variables.Range range, float scale) {
        throw new IllegalStateException("Nothing moves, not even " + range);
      }
    };
  }

  /** Begins the next update. */
  protected abstract void begin(double share);

  /**
   * Moves the values of a range. One index for all arrays and everything else in locals: only then
   * the loop vectorises.
   */
  protected abstract void move(Variables.Range range, float scale);

  /**
   * Goes on after so many updates; the caller has written values and {@link #memory} as they were
   * then.
   */
  public void resume(int updates) {}
}
