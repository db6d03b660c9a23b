package dev.winnow.lottery.codec;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Mask;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A mask as a file that other programs read. The bytes are a function of the mask alone. */
public final class MaskFile {
  private MaskFile() {}

  /**
   * Writes a NumPy archive: for each prunable tensor, in the order of the layout, one boolean array
   * (true = kept) of the tensor's name and shape. Holds one tensor at a time in memory.
   */
  public static void writeNpz(Mask mask, OutputStream target) throws IOException {
    NumPyArchive archive = new NumPyArchive(target);
    List<ParameterLayout.Place> tensors = mask.layout().prunable();
    for (int t = 0; t < tensors.size(); t++) {
      byte[] values = new byte[tensors.get(t).tensor().size()];
      int first = mask.firstPosition(t);
      for (int i = 0; i < values.length; i++) {
        values[i] = (byte) (mask.keeps(first + i) ? 1 : 0);
      }
      archive.add(tensors.get(t).tensor().name(), "|b1", tensors.get(t).tensor().shape(), values);
    }
    archive.finish();
  }

  /** Writes position p at bit p mod 8 (the lowest first) of byte p ÷ 8; unused bits are 0. */
  public static void writeBits(Mask mask, OutputStream target) throws IOException {
    long[] words = mask.toWords();
    int length = (mask.size() + Byte.SIZE - 1) / Byte.SIZE;
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (words[i / Long.BYTES] >>> ((i % Long.BYTES) * Byte.SIZE));
    }
    target.write(bytes);
  }
}
