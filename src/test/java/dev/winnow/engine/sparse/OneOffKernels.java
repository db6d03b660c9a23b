package dev.winnow.engine.sparse;

/** Wrong on purpose: its gradients read the unit after the one that they should. */
public final class OneOffKernels implements Kernels {
  private final Kernels right = new PlainKernels();

  @Override
  public void product(
      Connections connections, float[] values, float[] in, float[] out, int stride) {
    right.product(connections, values, in, out, stride);
  }

  @Override
  public void rectify(float[] activations) {
    right.rectify(activations);
  }

  @Override
  public void passActive(float[] activations, float[] gradient) {
    right.passActive(activations, gradient);
  }

  @Override
  public void gradient(
      Connections connections, float[] in, float[] delta, float[] sums, int stride) {
    float[] shifted = in.clone();
    System.arraycopy(in, stride, shifted, 0, in.length - stride);
    right.gradient(connections, shifted, delta, sums, stride);
  }
}
