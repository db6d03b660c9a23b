package dev.winnow.dataset;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An array of whole numbers in NumPy's format (NEP 1), row-major.
 *
 * @param type NumPy's name of the numbers: {@code |u1} are unsigned bytes
 * @param shape sizes from the slowest to the fastest index
 * @param bytes the numbers, little-endian
 */
record NpyArray(String type, List<Integer> shape, ByteBuffer bytes) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([|<][ui][1248])'");
  private static final Pattern ROWS = Pattern.compile("'fortran_order':\\s*False");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

  /**
   * @throws IOException if this is no such array or the stream ends too early; the message says
   *     what is wrong
   */
  static NpyArray read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    byte[] magic = in.readNBytes(MAGIC.length);
    int version = in.readUnsignedByte();
    in.readUnsignedByte();
    if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3) {
      throw new IOException("this is no NumPy array of format 1 to 3");
    }
    int length =
        version == 1
            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
            : Integer.reverseBytes(in.readInt());
    String header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    Matcher type = TYPE.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!type.find() || !shape.find() || !ROWS.matcher(header).find()) {
      throw new IOException(
          "an array must hold whole numbers, little-endian and row-major, is " + header.strip());
    }
    List<Integer> sizes =
        Stream.of(shape.group(1).split(","))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .map(Integer::valueOf)
            .toList();
    int bytes = type.group(1).charAt(2) - '0';
    for (int size : sizes) {
      bytes = Math.multiplyExact(bytes, size);
    }
    byte[] content = in.readNBytes(bytes);
    if (content.length < bytes) {
      throw new IOException("%d bytes must follow, there are %d".formatted(bytes, content.length));
    }
    return new NpyArray(
        type.group(1), sizes, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Numbers in it. */
  int size() {
    return bytes.capacity() / width();
  }

  private int width() {
    return type.charAt(2) - '0';
  }

  long number(int index) {
    return switch (type.substring(1)) {
      case "u1" -> bytes.get(index) & 0xFF;
      case "i1" -> bytes.get(index);
      case "u2" -> bytes.getShort(2 * index) & 0xFFFF;
      case "i2" -> bytes.getShort(2 * index);
      case "u4" -> bytes.getInt(4 * index) & 0xFFFF_FFFFL;
      case "i4" -> bytes.getInt(4 * index);
      default -> bytes.getLong(8 * index);
    };
  }
}
