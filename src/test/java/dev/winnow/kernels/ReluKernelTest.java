package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ReLU and its backward pass. */
class ReluKernelTest extends KernelInputs {
  @ParameterizedTest
  @MethodSource("kernels")
  void relu_keeps_what_is_not_a_number(Kernels kernels) {
    float[] in = rows(INPUTS, 64);
    in[FRONT + 5] = Float.NaN;
    float[] out = new float[FRONT + UNITS * 64];
    kernels.spmm(sparse, in, new Epilogue(values, 0, true), out, 64);
    assertThat(out[FRONT + 4 * 64 + 4]).isNotNaN();
    assertThat(out[FRONT + 4 * 64 + 5]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void spmm_with_relu_backward_is_zero_where_the_unit_is_not_active(Kernels kernels) {
    float[] in = rows(INPUTS, 128);
    float[] activations = rows(UNITS, 128);
    activations[FRONT + 7] = 0;
    activations[FRONT + 8] = Float.NaN;
    float[] out = rows(UNITS, 128);
    float[] all = new float[FRONT + UNITS * 128];
    kernels.spmmReluBackward(sparse, in, activations, out, 128);
    kernels.spmm(sparse, in, noBias, all, 128);
    for (int i = FRONT; i < all.length; i++) {
      assertThat(out[i]).isEqualTo(activations[i] > 0 ? all[i] : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void relu_backward_is_zero_where_the_unit_is_not_active(Kernels kernels) {
    float[] activations = numbers(64);
    activations[5] = Float.NaN;
    activations[6] = 0;
    float[] sums = activations.clone();
    float[] gradient = numbers(64);
    float[] passed = gradient.clone();
    kernels.relu(activations);
    kernels.reluBackward(activations, passed);
    assertThat(activations[5]).isNaN();
    assertThat(passed[5]).isZero();
    for (int i = 6; i < 64; i++) {
      assertThat(activations[i]).isEqualTo(sums[i] > 0 ? sums[i] : 0);
      assertThat(passed[i]).isEqualTo(sums[i] > 0 ? gradient[i] : 0);
    }
  }
}
