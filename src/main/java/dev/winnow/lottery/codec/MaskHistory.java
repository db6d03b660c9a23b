package dev.winnow.lottery.codec;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Mask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * One mask after another in little space. The masks of a trial are nested, so only the fate of the
 * positions that survived the mask before needs a bit; the bits are entropy-coded. A mask that is
 * not nested in the one before is kept as a bit for each position.
 *
 * <p>Format: one byte, 1 for nested and 0 for whole; then, deflated, the bits, the lowest of the
 * first byte first.
 */
public final class MaskHistory {
  private static final byte WHOLE = 0;
  private static final byte NESTED = 1;

  private MaskHistory() {}

  /** The bytes that say what {@code mask} is to someone who knows {@code before}. */
  public static byte[] encode(Mask before, Mask mask) {
    boolean nested = IntStream.of(mask.survivors()).allMatch(before::keeps);
    int[] positions = nested ? before.survivors() : Mask.dense(mask.layout()).survivors();
    BitSet fate = new BitSet(positions.length);
    for (int i = 0; i < positions.length; i++) {
      fate.set(i, mask.keeps(positions[i]));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(nested ? NESTED : WHOLE);
    deflate(fate.toByteArray(), bytes);
    return bytes.toByteArray();
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException if the bytes are no mask of this layout
   */
  public static Mask decode(Mask before, byte[] bytes) {
    if (bytes.length == 0 || (bytes[0] != NESTED && bytes[0] != WHOLE)) {
      throw new IllegalArgumentException("These bytes are no mask");
    }
    ParameterLayout layout = before.layout();
    int[] positions = bytes[0] == NESTED ? before.survivors() : Mask.dense(layout).survivors();
    BitSet fate = BitSet.valueOf(inflate(bytes, (positions.length + 7) / 8));
    if (fate.length() > positions.length) {
      throw new IllegalArgumentException("The mask has more bits than positions");
    }
    return Mask.keeping(layout, fate.stream().map(i -> positions[i]).toArray());
  }

  private static void deflate(byte[] bits, ByteArrayOutputStream target) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setStrategy(Deflater.HUFFMAN_ONLY);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(target, deflater)) {
      stream.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflate(byte[] bytes, int most) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, 1, bytes.length - 1);
      byte[] bits = new byte[most + 1];
      int length = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(bits, length, bits.length - length);
        length += more;
        if (length > most || (more == 0 && !inflater.finished())) {
          throw new IllegalArgumentException("The mask's bytes are cut short or too long");
        }
      }
      return bits;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("The mask's bytes are damaged", e);
    } finally {
      inflater.end();
    }
  }
}
