package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.Matrix;
import dev.winnow.kernels.ProductSize;

/**
 * {@code out[y][x] += Σ in[y + ky − reach][x + kx − reach] · w[ky][kx]} over the places (ky, kx) of
 * a kernel, and the gradient of w. Each w[ky][kx] is a matrix [channels in, channels out], its rows
 * {@code out.step()} long. Sums run over ky, kx and channels in, in this order; those of the
 * gradient over y, x and examples.
 *
 * @param side of the kernel, odd; {@code reach = side / 2} is at most the border of {@link Maps}
 */
record Correlation(Kernels kernels, Maps in, Maps out, int side) {
  /** Numbers in all w. */
  int weights() {
    return side * side * in.channels() * out.step();
  }

  void add(float[] from, float[] weights, float[] to, int examples) {
    for (int row = 0; row < out.height(); row++) {
      Matrix sums = out.from(to, row, 0, examples);
      for (int place = 0; place < side * side; place++) {
        if (inside(row + down(place))) {
          kernels.multiply(
              in.from(from, row + down(place), right(place), examples),
              at(weights, place),
              sums,
              new ProductSize(out.width() * examples, in.channels(), out.step()));
        }
      }
    }
  }

  /**
   * @param delta the gradient of out, its border zero
   * @param gradient receives that of w, added to what it holds
   */
  void gradient(float[] from, float[] delta, float[] gradient, int examples) {
    for (int row = 0; row < out.height(); row++) {
      for (int place = 0; place < side * side; place++) {
        if (inside(row + down(place))) {
          for (int column = 0; column < out.width(); column++) {
            kernels.multiply(
                in.from(from, row + down(place), column + right(place), examples).transposed(),
                out.from(delta, row, column, examples),
                at(gradient, place),
                new ProductSize(in.channels(), examples, out.step()));
          }
        }
      }
    }
  }

  /**
   * Weights for the way back, from out to in: kernels turned by half a turn, channels exchanged.
   */
  void reverse(float[] weights, float[] reversed) {
    for (int place = 0; place < side * side; place++) {
      int from = place * in.channels() * out.step();
      int to = (side * side - 1 - place) * out.channels() * in.step();
      for (int i = 0; i < in.channels(); i++) {
        for (int o = 0; o < out.channels(); o++) {
          reversed[to + o * in.step() + i] = weights[from + i * out.step() + o];
        }
      }
    }
  }

  private Matrix at(float[] weights, int place) {
    return Matrix.ofRows(weights, place * in.channels() * out.step(), out.step());
  }

  private boolean inside(int row) {
    return row >= 0 && row < in.height();
  }

  private int down(int place) {
    return place / side - side / 2;
  }

  private int right(int place) {
    return place % side - side / 2;
  }
}
