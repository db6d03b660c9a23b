package dev.winnow.kernels.vector;

import dev.winnow.kernels.Winograd;
import dev.winnow.kernels.WinogradShape;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Winograd's transforms of kernels and of their gradient, on vectors over input channels. A vector
 * that is longer than the channels left does some of them again.
 */
final class VectorFilters {
  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int WIDTH = SPECIES.length();

  private VectorFilters() {}

  static void write(WinogradShape shape, float[] weights, float[] to) {
    int tap = shape.outputs() * shape.inputs();
    int next = Winograd.filter(shape, 1, 0) - Winograd.filter(shape, 0, 0);
    for (int o = 0; o < shape.outputs(); o++) {
      int row = Winograd.filter(shape, 0, o);
      for (int i = 0; i < shape.inputs(); i += WIDTH) {
        int at = Math.min(i, shape.inputs() - WIDTH);
        filter(weights, o * shape.inputs() + at, tap, to, row + at, next);
      }
    }
  }

  private static void filter(float[] w, int from, int tap, float[] to, int p, int next) {
    FloatVector g00 = load(w, from);
    FloatVector g01 = load(w, from + tap);
    FloatVector g02 = load(w, from + 2 * tap);
    FloatVector g10 = load(w, from + 3 * tap);
    FloatVector g11 = load(w, from + 4 * tap);
    FloatVector g12 = load(w, from + 5 * tap);
    FloatVector g20 = load(w, from + 6 * tap);
    FloatVector g21 = load(w, from + 7 * tap);
    FloatVector g22 = load(w, from + 8 * tap);
    along(g00, g01, g02, to, p, next);
    FloatVector o0 = g00.add(g20);
    FloatVector o1 = g01.add(g21);
    FloatVector o2 = g02.add(g22);
    along(half(o0.add(g10)), half(o1.add(g11)), half(o2.add(g12)), to, p + 4 * next, next);
    along(half(o0.sub(g10)), half(o1.sub(g11)), half(o2.sub(g12)), to, p + 8 * next, next);
    along(g20, g21, g22, to, p + 12 * next, next);
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

  static void writeGradient(WinogradShape shape, float[] from, float[] gradient) {
    int tap = shape.outputs() * shape.inputs();
    int next = Winograd.filter(shape, 1, 0) - Winograd.filter(shape, 0, 0);
    for (int o = 0; o < shape.outputs(); o++) {
      int row = Winograd.filter(shape, 0, o);
      for (int i = 0; i < shape.inputs(); i += WIDTH) {
        int at = Math.min(i, shape.inputs() - WIDTH);
        gradient(from, row + at, next, gradient, o * shape.inputs() + at, tap);
      }
    }
  }

  private static void gradient(float[] u, int p, int next, float[] to, int at, int tap) {
    FloatVector h0 = half(load(u, p + 4 * next).add(load(u, p + 8 * next)));
    FloatVector h1 = half(load(u, p + 5 * next).add(load(u, p + 9 * next)));
    FloatVector h2 = half(load(u, p + 6 * next).add(load(u, p + 10 * next)));
    FloatVector h3 = half(load(u, p + 7 * next).add(load(u, p + 11 * next)));
    across(
        load(u, p).add(h0),
        load(u, p + next).add(h1),
        load(u, p + 2 * next).add(h2),
        load(u, p + 3 * next).add(h3),
        to,
        at,
        tap);
    across(
        half(load(u, p + 4 * next).sub(load(u, p + 8 * next))),
        half(load(u, p + 5 * next).sub(load(u, p + 9 * next))),
        half(load(u, p + 6 * next).sub(load(u, p + 10 * next))),
        half(load(u, p + 7 * next).sub(load(u, p + 11 * next))),
        to,
        at + 3 * tap,
        tap);
    across(
        h0.add(load(u, p + 12 * next)),
        h1.add(load(u, p + 13 * next)),
        h2.add(load(u, p + 14 * next)),
        h3.add(load(u, p + 15 * next)),
        to,
        at + 6 * tap,
        tap);
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static void across(
      FloatVector u0, FloatVector u1, FloatVector u2, FloatVector u3, float[] to, int at, int tap) {
    FloatVector half = half(u1.add(u2));
    u0.add(half).intoArray(to, at);
    half(u1.sub(u2)).intoArray(to, at + tap);
    half.add(u3).intoArray(to, at + 2 * tap);
  }
}
