package dev.winnow.lottery.codec;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Mask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A mask as a file that other programs read. The bytes are a function of the mask alone. */
public final class MaskFile {
  /** Entries without compression and with this time: the same bytes on every platform. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int LENGTH_FIELD = 2;
  private static final int ALIGNMENT = 64;

  private MaskFile() {}

  /**
   * Writes a NumPy archive: for each prunable tensor, in the order of the layout, one boolean array
   * (true = kept) of the tensor's name and shape. Holds one tensor at a time in memory.
   */
  public static void writeNpz(Mask mask, OutputStream target) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(target);
    List<Layout.Place> tensors = mask.layout().prunable();
    for (int t = 0; t < tensors.size(); t++) {
      byte[] array = npy(mask, t);
      CRC32 checksum = new CRC32();
      checksum.update(array);
      ZipEntry entry = new ZipEntry(tensors.get(t).tensor().name() + ".npy");
      entry.setTimeLocal(ENTRY_TIME);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(array.length);
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      zip.write(array);
      zip.closeEntry();
    }
    zip.finish();
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

  /** NumPy's format 1.0: magic, length of the header, header, one byte for each element. */
  private static byte[] npy(Mask mask, int tensor) {
    byte[] header = header(mask.layout().prunable().get(tensor).tensor().shape());
    int first = mask.firstPosition(tensor);
    int size = mask.layout().prunable().get(tensor).tensor().size();
    byte[] array = Arrays.copyOf(header, header.length + size);
    for (int i = 0; i < size; i++) {
      array[header.length + i] = (byte) (mask.keeps(first + i) ? 1 : 0);
    }
    return array;
  }

  private static byte[] header(List<Integer> shape) {
    String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String dictionary =
        "{'descr': '|b1', 'fortran_order': False, 'shape': (%s), }"
            .formatted(shape.size() == 1 ? sizes + "," : sizes);
    int unpadded = MAGIC.length + LENGTH_FIELD + dictionary.length() + 1;
    int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    byte[] header = Arrays.copyOf(MAGIC, length);
    Arrays.fill(header, MAGIC.length, length, (byte) ' ');
    int described = length - MAGIC.length - LENGTH_FIELD;
    header[MAGIC.length] = (byte) described;
    header[MAGIC.length + 1] = (byte) (described >>> Byte.SIZE);
    byte[] text = dictionary.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, MAGIC.length + LENGTH_FIELD, text.length);
    header[length - 1] = '\n';
    return header;
  }
}
