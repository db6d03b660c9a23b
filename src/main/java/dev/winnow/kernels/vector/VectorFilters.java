package dev.winnow.kernels.vector;

import dev.winnow.kernels.Winograd;
import dev.winnow.kernels.WinogradShape;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Winograd's transforms of kernels and of their gradient, on vectors over input channels. */
final class VectorFilters {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();
  private static final int KERNEL = 9;

  private final int[] apart = new int[WIDTH];
  private final float[] kernels = new float[KERNEL * WIDTH];

  VectorFilters() {
    for (int l = 0; l < WIDTH; l++) {
      apart[l] = l * KERNEL;
    }
  }

  /** A vector that is longer than the channels left reads some of them again. */
  void write(WinogradShape shape, float[] weights, float[] to) {
    int next = Winograd.filter(shape, 1, 0) - Winograd.filter(shape, 0, 0);
    for (int o = 0; o < shape.outputs(); o++) {
      int from = o * shape.inputs() * KERNEL;
      int row = Winograd.filter(shape, 0, o);
      for (int i = 0; i < shape.inputs(); i += WIDTH) {
        int at = Math.min(i, shape.inputs() - WIDTH);
        filter(weights, from + at * KERNEL, to, row + at, next);
      }
    }
  }

  private void filter(float[] w, int from, float[] to, int p, int next) {
    FloatVector g00 = kernel(w, from);
    FloatVector g01 = kernel(w, from + 1);
    FloatVector g02 = kernel(w, from + 2);
    FloatVector g10 = kernel(w, from + 3);
    FloatVector g11 = kernel(w, from + 4);
    FloatVector g12 = kernel(w, from + 5);
    FloatVector g20 = kernel(w, from + 6);
    FloatVector g21 = kernel(w, from + 7);
    FloatVector g22 = kernel(w, from + 8);
    along(g00, g01, g02, to, p, next);
    FloatVector o0 = g00.add(g20);
    FloatVector o1 = g01.add(g21);
    FloatVector o2 = g02.add(g22);
    along(half(o0.add(g10)), half(o1.add(g11)), half(o2.add(g12)), to, p + 4 * next, next);
    along(half(o0.sub(g10)), half(o1.sub(g11)), half(o2.sub(g12)), to, p + 8 * next, next);
    along(g20, g21, g22, to, p + 12 * next, next);
  }

  private FloatVector kernel(float[] w, int from) {
    return FloatVector.fromArray(SPECIES, w, from, apart, 0);
  }

  private static FloatVector half(FloatVector some) {
    return some.mul(0.5f);
  }

  private static void along(
      FloatVector g0, FloatVector g1, FloatVector g2, float[] to, int p, int next) {
    FloatVector outer = g0.add(g2);
    g0.intoArray(to, p);
    half(outer.add(g1)).intoArray(to, p + next);
    half(outer.sub(g1)).intoArray(to, p + 2 * next);
    g2.intoArray(to, p + 3 * next);
  }

  void writeGradient(WinogradShape shape, float[] from, float[] gradient) {
    int next = Winograd.filter(shape, 1, 0) - Winograd.filter(shape, 0, 0);
    for (int o = 0; o < shape.outputs(); o++) {
      int to = o * shape.inputs() * KERNEL;
      int row = Winograd.filter(shape, 0, o);
      for (int i = 0; i < shape.inputs(); i += WIDTH) {
        int at = Math.min(i, shape.inputs() - WIDTH);
        gradient(from, row + at, next);
        store(gradient, to + at * KERNEL);
      }
    }
  }

  private void gradient(float[] u, int p, int next) {
    FloatVector h0 = half(load(u, p + 4 * next).add(load(u, p + 8 * next)));
    FloatVector h1 = half(load(u, p + 5 * next).add(load(u, p + 9 * next)));
    FloatVector h2 = half(load(u, p + 6 * next).add(load(u, p + 10 * next)));
    FloatVector h3 = half(load(u, p + 7 * next).add(load(u, p + 11 * next)));
    across(
        load(u, p).add(h0),
        load(u, p + next).add(h1),
        load(u, p + 2 * next).add(h2),
        load(u, p + 3 * next).add(h3),
        0);
    across(
        half(load(u, p + 4 * next).sub(load(u, p + 8 * next))),
        half(load(u, p + 5 * next).sub(load(u, p + 9 * next))),
        half(load(u, p + 6 * next).sub(load(u, p + 10 * next))),
        half(load(u, p + 7 * next).sub(load(u, p + 11 * next))),
        3);
    across(
        h0.add(load(u, p + 12 * next)),
        h1.add(load(u, p + 13 * next)),
        h2.add(load(u, p + 14 * next)),
        h3.add(load(u, p + 15 * next)),
        6);
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private void across(FloatVector u0, FloatVector u1, FloatVector u2, FloatVector u3, int k) {
    FloatVector half = half(u1.add(u2));
    u0.add(half).intoArray(kernels, k * WIDTH);
    half(u1.sub(u2)).intoArray(kernels, (k + 1) * WIDTH);
    half.add(u3).intoArray(kernels, (k + 2) * WIDTH);
  }

  private void store(float[] gradient, int to) {
    for (int l = 0; l < WIDTH; l++) {
      for (int k = 0; k < KERNEL; k++) {
        gradient[to + l * KERNEL + k] = kernels[k * WIDTH + l];
      }
    }
  }
}
