package dev.winnow.network.pure;

import dev.winnow.kernels.Connections;
import dev.winnow.kernels.CsrMatrix;
import java.util.Arrays;

/** A sparse matrix whose rows go in pairs: what stands in either row is kept of both. */
final class InkPairs {
  private int[] starts = new int[1];
  private int[] next = new int[1];
  private int[] sources = new int[0];
  private float[] factors = new float[0];
  private int size;

  /** Makes room for so many pairs of rows with at most so many connections. */
  void clear(int pairs, int most) {
    if (starts.length != pairs + 1) {
      starts = new int[pairs + 1];
      next = new int[pairs + 1];
    }
    if (sources.length < most) {
      sources = new int[most];
      factors = new float[2 * most];
    }
    Arrays.fill(next, 0);
    size = 0;
  }

  /** What is added from now on belongs to this pair. */
  void begin(int pair) {
    starts[pair] = size;
  }

  void add(int source, float first, float second) {
    set(size++, source, first, second);
  }

  /** Ends the last pair. */
  void end() {
    starts[starts.length - 1] = size;
  }

  /** Announces one connection of a pair, where pairs are not filled one after another. */
  void count(int pair) {
    next[pair + 1]++;
  }

  /** Lays out the pairs after all connections have been announced. */
  void place() {
    for (int pair = 1; pair < next.length; pair++) {
      next[pair] += next[pair - 1];
    }
    System.arraycopy(next, 0, starts, 0, starts.length);
  }

  void put(int pair, int source, float first, float second) {
    set(next[pair]++, source, first, second);
  }

  private void set(int at, int source, float first, float second) {
    sources[at] = source;
    factors[2 * at] = first;
    factors[2 * at + 1] = second;
  }

  /** The same, in no more room than it takes. */
  InkPairs copy() {
    InkPairs copy = new InkPairs();
    copy.starts = starts.clone();
    copy.size = starts[starts.length - 1];
    copy.sources = Arrays.copyOf(sources, copy.size);
    copy.factors = Arrays.copyOf(factors, 2 * copy.size);
    return copy;
  }

  /** A row for each pair of rows, with two factors for each connection. */
  CsrMatrix matrix() {
    return new CsrMatrix(new Connections(starts, sources), factors);
  }
}
