package dev.winnow.lottery.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads boolean arrays back, by the letter of NumPy's format and not by our writer's code. */
public final class NpzReader {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '\\|b1', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\} *\\n");

  private NpzReader() {}

  /** An array in row-major order. */
  public record Array(List<Integer> shape, List<Boolean> values) {}

  public static Map<String, Array> read(byte[] npz) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        arrays.put(entry.getName().replaceFirst("\\.npy$", ""), array(zip.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return arrays;
  }

  private static Array array(byte[] npy) {
    ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getLong() != 0x00_01_59_50_4D_55_4E_93L) {
      throw new IllegalArgumentException("No NumPy array of format 1.0");
    }
    byte[] header = new byte[bytes.getShort()];
    bytes.get(header);
    Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!matcher.matches() || bytes.position() % 64 != 0) {
      throw new IllegalArgumentException("No header of a boolean array, aligned to 64 bytes");
    }
    List<Integer> shape =
        Stream.of(matcher.group(1).split(",", -1))
            .map(String::trim)
            .filter(size -> !size.isEmpty())
            .map(Integer::valueOf)
            .toList();
    List<Boolean> values = new ArrayList<>();
    while (bytes.hasRemaining()) {
      values.add(bytes.get() == 1);
    }
    return new Array(shape, values);
  }
}
