package dev.winnow.lottery.codec;

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

/** Arrays as NumPy's {@code load} reads them: a zip of arrays in NumPy's format 1.0. */
final class NumPyArchive {
  /** Entries without compression and with this time: the same bytes on every platform. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int LENGTH_FIELD = 2;
  private static final int ALIGNMENT = 64;

  private final ZipOutputStream zip;

  NumPyArchive(OutputStream target) {
    this.zip = new ZipOutputStream(target);
  }

  /**
   * Adds an array.
   *
   * @param type of an element as NumPy writes it, such as {@code |b1}
   * @param shape sizes from the slowest to the fastest index
   * @param values all elements, in that order
   */
  void add(String name, String type, List<Integer> shape, byte[] values) throws IOException {
    byte[] header = header(type, shape);
    CRC32 checksum = new CRC32();
    checksum.update(header);
    checksum.update(values);
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(ENTRY_TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize((long) header.length + values.length);
    entry.setCrc(checksum.getValue());
    zip.putNextEntry(entry);
    zip.write(header);
    zip.write(values);
    zip.closeEntry();
  }

  /** Ends the archive; the stream below stays open. */
  void finish() throws IOException {
    zip.finish();
  }

  private static byte[] header(String type, List<Integer> shape) {
    String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String dictionary =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(type, shape.size() == 1 ? sizes + "," : sizes);
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
