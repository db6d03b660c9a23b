package dev.winnow.network.pure;

/**
 * The levels of a batch as a sparse matrix X (d × b), or Xᵀ, whose rows go in pairs, since
 * neighbours have most non-zero pixels in the same places.
 */
final class SparseBatch {
  private final int pixels;
  private final int words;
  private final int imageSize;
  private final long[] square = new long[Long.SIZE];
  private final RowPairs byExample = new RowPairs();
  private final RowPairs byPixel = new RowPairs();
  private int examples;
  private float[] levels = {};

  /** Example after example, filled up with background; one more makes their number even. */
  private byte[] bytes = {};

  /** For each example one bit for each pixel. */
  private long[] bits = {};

  /** For each pixel one bit for each example. */
  private long[] bitsByPixel = {};

  /**
   * @param pixels of one image
   */
  SparseBatch(int pixels) {
    this.pixels = pixels;
    this.words = SparseImages.words(pixels);
    this.imageSize = words * Long.SIZE;
  }

  void read(SparseImages source, int[] some) {
    if (examples != some.length) {
      examples = some.length;
      bytes = new byte[(examples + 1) * imageSize];
      bits = new long[SparseImages.words(examples + 1) * Long.SIZE * words];
      bitsByPixel = new long[imageSize * SparseImages.words(examples)];
    }
    source.fetch(some);
    for (int e = 0; e < examples; e++) {
      source.read(some[e], bytes, bits, e);
    }
    levels = source.levels();
  }

  /** Xᵀ (b × d): for each pair of examples the pixels, ascending, where at least one is not 0. */
  RowPairs byExample() {
    byExample.clear((examples + 1) / 2, pixels);
    for (int first = 0; first < examples; first += 2) {
      for (int word = 0; word < words; word++) {
        int at = first * words + word;
        int from = first * imageSize;
        for (long left = bits[at] | bits[at + words]; left != 0; left &= left - 1) {
          int pixel = word * Long.SIZE + Long.numberOfTrailingZeros(left);
          byExample.add(pixel, level(from + pixel), level(from + imageSize + pixel));
        }
      }
      byExample.end(first / 2);
    }
    return byExample;
  }

  /** X (d × b): for each pair of pixels the examples, ascending, where at least one is not 0. */
  RowPairs byPixel() {
    exchange();
    int perPixel = SparseImages.words(examples);
    byPixel.clear((pixels + 1) / 2, examples);
    for (int first = 0; first < pixels; first += 2) {
      for (int word = 0; word < perPixel; word++) {
        int at = first * perPixel + word;
        for (long left = bitsByPixel[at] | bitsByPixel[at + perPixel];
            left != 0;
            left &= left - 1) {
          int example = word * Long.SIZE + Long.numberOfTrailingZeros(left);
          int place = example * imageSize + first;
          byPixel.add(example, level(place), level(place + 1));
        }
      }
      byPixel.end(first / 2);
    }
    return byPixel;
  }

  private float level(int at) {
    return levels[bytes[at] & 0xFF];
  }

  /** Exchanges rows and columns of the bits. */
  private void exchange() {
    int perPixel = SparseImages.words(examples);
    for (int some = 0; some < perPixel; some++) {
      for (int word = 0; word < words; word++) {
        for (int row = 0; row < Long.SIZE; row++) {
          square[row] = bits[(some * Long.SIZE + row) * words + word];
        }
        exchangeSquare();
        for (int row = 0; row < Long.SIZE; row++) {
          bitsByPixel[(word * Long.SIZE + row) * perPixel + some] = square[row];
        }
      }
    }
  }

  /**
   * Rows 32, 16, 8, 4, 2 and 1 apart exchange those halves of each group of bits that lie across.
   */
  private void exchangeSquare() {
    long first = 0xFFFF_FFFFL;
    for (int half = Long.SIZE / 2; half > 0; half /= 2) {
      for (int row = 0; row < Long.SIZE; row = (row + half + 1) & ~half) {
        long across = ((square[row] >>> half) ^ square[row + half]) & first;
        square[row] ^= across << half;
        square[row + half] ^= across;
      }
      first ^= first << (half / 2);
    }
  }
}
