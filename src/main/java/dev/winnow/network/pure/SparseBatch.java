package dev.winnow.network.pure;

/**
 * The levels of a batch as a sparse matrix X (d × b), or Xᵀ, whose rows go in pairs, since
 * neighbours have most non-zero pixels in the same places.
 */
final class SparseBatch {
  /** Bits of the even pixels. */
  private static final long EVEN = 0x5555_5555_5555_5555L;

  private final int pixels;
  private final int words;
  private int examples;
  private byte[] bytes = new byte[0];
  private long[] bits = new long[0];
  private float[] levels = new float[0];
  private final RowPairs byExample = new RowPairs();
  private final RowPairs byPixel = new RowPairs();

  /**
   * @param pixels of one image
   */
  SparseBatch(int pixels) {
    this.pixels = pixels;
    this.words = SparseImages.words(pixels);
  }

  void read(SparseImages source, int[] some) {
    examples = some.length;
    // One more, which stays empty, makes their number even.
    if (bytes.length != (examples + 1) * pixels) {
      bytes = new byte[(examples + 1) * pixels];
      bits = new long[(examples + 1) * words];
    }
    for (int e = 0; e < examples; e++) {
      source.read(some[e], bytes, bits, e);
    }
    levels = source.levels();
  }

  /** Xᵀ (b × d): for each pair of examples the pixels, ascending, where at least one is not 0. */
  RowPairs byExample() {
    byExample.clear((examples + 1) / 2, (examples + 1) / 2 * pixels);
    for (int first = 0; first < examples; first += 2) {
      byExample.begin(first / 2);
      for (int word = 0; word < words; word++) {
        long left = bits[first * words + word] | bits[(first + 1) * words + word];
        while (left != 0) {
          int pixel = word * Long.SIZE + Long.numberOfTrailingZeros(left);
          left &= left - 1;
          int image = first * pixels + pixel;
          byExample.add(pixel, level(image), level(image + pixels));
        }
      }
    }
    byExample.end();
    return byExample;
  }

  /** X (d × b): for each pair of pixels the examples, ascending, where at least one is not 0. */
  RowPairs byPixel() {
    int pairs = (pixels + 1) / 2;
    byPixel.clear(pairs, pairs * examples);
    for (int word = 0; word < words; word++) {
      for (int e = 0; e < examples; e++) {
        for (long left = even(e, word); left != 0; left &= left - 1) {
          byPixel.count((word * Long.SIZE + Long.numberOfTrailingZeros(left)) / 2);
        }
      }
    }
    byPixel.place();
    for (int word = 0; word < words; word++) {
      for (int e = 0; e < examples; e++) {
        for (long left = even(e, word); left != 0; left &= left - 1) {
          int pixel = word * Long.SIZE + Long.numberOfTrailingZeros(left);
          float second = pixel + 1 < pixels ? level(e * pixels + pixel + 1) : 0;
          byPixel.put(pixel / 2, e, level(e * pixels + pixel), second);
        }
      }
    }
    return byPixel;
  }

  private long even(int example, int word) {
    long some = bits[example * words + word];
    return (some | (some >>> 1)) & EVEN;
  }

  private float level(int at) {
    return levels[bytes[at] & 0xFF];
  }
}
