package dev.winnow.kernels.vector;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.WinogradTransforms;
import jdk.incubator.vector.FloatVector;

/**
 * The transforms of {@link WinogradTransforms} for one square each: down the columns, then along
 * the rows. What stands between the two is in the first cache; with all 16 vectors in registers C2
 * was three times as slow.
 */
final class SquareTransforms {
  private static final int SIDE = 4;
  private static final int KERNEL = 3;
  private static final int WIDTH = VectorKernels.SPECIES.length();

  private final VectorSquare down =
      new VectorSquare(new float[Kernels.FRONT + 16 * WIDTH], SIDE * WIDTH, WIDTH)
          .moveTo(Kernels.FRONT);

  /** {@code Bᵀ d B}. */
  void input(VectorSquare d, VectorSquare v) {
    for (int x = 0; x < SIDE; x++) {
      FloatVector d1 = d.get(1, x);
      FloatVector d2 = d.get(2, x);
      down.put(0, x, d.get(0, x).sub(d2));
      down.put(1, x, d1.add(d2));
      down.put(2, x, d2.sub(d1));
      down.put(3, x, d1.sub(d.get(3, x)));
    }
    for (int y = 0; y < SIDE; y++) {
      FloatVector e1 = down.get(y, 1);
      FloatVector e2 = down.get(y, 2);
      v.put(y, 0, down.get(y, 0).sub(e2));
      v.put(y, 1, e1.add(e2));
      v.put(y, 2, e2.sub(e1));
      v.put(y, 3, e1.sub(down.get(y, 3)));
    }
  }

  /** {@code Aᵀ m A}, then the bias, and the floor in place of what is below it. */
  void output(VectorSquare m, float bias, float floor, VectorSquare y) {
    for (int x = 0; x < SIDE; x++) {
      FloatVector m1 = m.get(1, x);
      FloatVector m2 = m.get(2, x);
      down.put(0, x, m.get(0, x).add(m1).add(m2));
      down.put(1, x, m1.sub(m2).sub(m.get(3, x)));
    }
    for (int row = 0; row < 2; row++) {
      FloatVector s1 = down.get(row, 1);
      FloatVector s2 = down.get(row, 2);
      y.put(row, 0, down.get(row, 0).add(s1).add(s2).add(bias).max(floor));
      y.put(row, 1, s1.sub(s2).sub(down.get(row, 3)).add(bias).max(floor));
    }
  }

  /** {@code A δ Aᵀ}. */
  void slope(VectorSquare delta, VectorSquare m) {
    for (int x = 0; x < 2; x++) {
      FloatVector first = delta.get(0, x);
      FloatVector second = delta.get(1, x);
      down.put(0, x, first);
      down.put(1, x, first.add(second));
      down.put(2, x, first.sub(second));
      down.put(3, x, second.neg());
    }
    for (int y = 0; y < SIDE; y++) {
      FloatVector first = down.get(y, 0);
      FloatVector second = down.get(y, 1);
      m.put(y, 0, first);
      m.put(y, 1, first.add(second));
      m.put(y, 2, first.sub(second));
      m.put(y, 3, second.neg());
    }
  }

  /** {@code G g Gᵀ}. */
  void filter(VectorSquare g, VectorSquare u) {
    for (int x = 0; x < KERNEL; x++) {
      FloatVector outer = g.get(0, x).add(g.get(2, x));
      FloatVector middle = g.get(1, x);
      down.put(0, x, g.get(0, x));
      down.put(1, x, outer.add(middle).mul(0.5f));
      down.put(2, x, outer.sub(middle).mul(0.5f));
      down.put(3, x, g.get(2, x));
    }
    for (int y = 0; y < SIDE; y++) {
      FloatVector outer = down.get(y, 0).add(down.get(y, 2));
      FloatVector middle = down.get(y, 1);
      u.put(y, 0, down.get(y, 0));
      u.put(y, 1, outer.add(middle).mul(0.5f));
      u.put(y, 2, outer.sub(middle).mul(0.5f));
      u.put(y, 3, down.get(y, 2));
    }
  }

  /** {@code Gᵀ u G}. */
  void gradient(VectorSquare u, VectorSquare g) {
    for (int x = 0; x < SIDE; x++) {
      FloatVector half = u.get(1, x).add(u.get(2, x)).mul(0.5f);
      down.put(0, x, u.get(0, x).add(half));
      down.put(1, x, u.get(1, x).sub(u.get(2, x)).mul(0.5f));
      down.put(2, x, half.add(u.get(3, x)));
    }
    for (int y = 0; y < KERNEL; y++) {
      FloatVector half = down.get(y, 1).add(down.get(y, 2)).mul(0.5f);
      g.put(y, 0, down.get(y, 0).add(half));
      g.put(y, 1, down.get(y, 1).sub(down.get(y, 2)).mul(0.5f));
      g.put(y, 2, half.add(down.get(y, 3)));
    }
  }
}
