package dev.winnow.engine.pure;

import java.util.Arrays;

/** The kernels in plain Java. Belongs to one thread. */
public final class PlainKernels implements Kernels {
  private final float[] lanes = new float[LANES];

  @Override
  public void multiply(Matrix a, Matrix b, Matrix c, int rows, int depth, int columns) {
    for (int i = 0; i < rows; i++) {
      int to = c.offset() + i * c.rowStep();
      for (int k = 0; k < depth; k++) {
        float factor = a.values()[a.offset() + i * a.rowStep() + k * a.columnStep()];
        add(factor, b.values(), b.offset() + k * b.rowStep(), c.values(), to, columns);
      }
    }
  }

  @Override
  public void product(
      Connections connections,
      float[] factors,
      float[] in,
      float[] start,
      int from,
      boolean rectified,
      float[] out,
      int columns) {
    for (int unit = 0; unit < connections.units(); unit++) {
      int row = FRONT + unit * columns;
      Arrays.fill(out, row, row + columns, start[from + unit]);
      add(connections, unit, factors, in, out, columns);
      for (int i = row; rectified && i < row + columns; i++) {
        out[i] = Math.max(out[i], 0);
      }
    }
  }

  @Override
  public void passedProduct(
      Connections connections,
      float[] factors,
      float[] in,
      float[] activations,
      float[] out,
      int columns) {
    for (int unit = 0; unit < connections.units(); unit++) {
      int row = FRONT + unit * columns;
      Arrays.fill(out, row, row + columns, 0);
      add(connections, unit, factors, in, out, columns);
      for (int i = row; i < row + columns; i++) {
        out[i] = activations[i] > 0 ? out[i] : 0;
      }
    }
  }

  private static void add(
      Connections connections, int unit, float[] factors, float[] in, float[] out, int columns) {
    int[] sources = connections.sources();
    for (int k = connections.starts()[unit]; k < connections.starts()[unit + 1]; k++) {
      add(factors[k], in, FRONT + sources[k] * columns, out, FRONT + unit * columns, columns);
    }
  }

  @Override
  public void pairs(
      Connections pairs, float[] factors, float[] in, float[] start, float[] out, int columns) {
    int[] starts = pairs.starts();
    int[] sources = pairs.sources();
    for (int row = 0; row < 2 * pairs.units(); row++) {
      int to = FRONT + row * columns;
      System.arraycopy(start, 0, out, to, columns);
      for (int k = starts[row / 2]; k < starts[row / 2 + 1]; k++) {
        add(factors[2 * k + row % 2], in, FRONT + sources[k] * columns, out, to, columns);
      }
    }
  }

  private static void add(float factor, float[] from, int f, float[] to, int t, int count) {
    for (int j = 0; j < count; j++) {
      to[t + j] = Math.fma(factor, from[f + j], to[t + j]);
    }
  }

  @Override
  public void dots(
      Connections connections,
      float[] in,
      float[] delta,
      float[] start,
      float[] sums,
      int columns) {
    int[] starts = connections.starts();
    int[] sources = connections.sources();
    for (int unit = 0; unit < connections.units(); unit++) {
      for (int c = starts[unit]; c < starts[unit + 1]; c++) {
        Arrays.fill(lanes, 0);
        lanes[0] = start[unit];
        int from = FRONT + sources[c] * columns;
        int at = FRONT + unit * columns;
        for (int j = 0; j < columns; j++) {
          lanes[j % LANES] = Math.fma(in[from + j], delta[at + j], lanes[j % LANES]);
        }
        sums[c] = sumOfLanes();
      }
    }
  }

  @Override
  public void sums(float[] rows, int count, float[] sums, int to, int columns) {
    for (int row = 0; row < count; row++) {
      Arrays.fill(lanes, 0);
      for (int j = 0; j < columns; j++) {
        lanes[j % LANES] += rows[FRONT + row * columns + j];
      }
      sums[to + row] = sumOfLanes();
    }
  }

  private float sumOfLanes() {
    for (int distance = LANES / 2; distance > 0; distance /= 2) {
      for (int lane = 0; lane < distance; lane++) {
        lanes[lane] += lanes[lane + distance];
      }
    }
    return lanes[0];
  }

  @Override
  public void rectify(float[] activations) {
    for (int i = 0; i < activations.length; i++) {
      activations[i] = Math.max(activations[i], 0);
    }
  }

  @Override
  public void passActive(float[] activations, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = activations[i] > 0 ? gradient[i] : 0;
    }
  }
}
