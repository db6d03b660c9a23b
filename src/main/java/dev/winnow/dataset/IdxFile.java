package dev.winnow.dataset;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A gzipped file in the IDX format of unsigned bytes: a magic number (0x0800 + the number of
 * dimensions), each dimension, then the bytes; all numbers are 32 bits, big-endian.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTES = 0x0800;

  private final Path path;
  private final int[] dimensions;

  /**
   * @param dimensions what the header must say: the count first, then the shape of one item
   */
  IdxFile(Path path, int... dimensions) {
    this.path = path;
    this.dimensions = dimensions.clone();
  }

  /**
   * The bytes after the header.
   *
   * @throws DatasetUnavailable if the file is missing, no gzip, too short, too long or has another
   *     header
   */
  byte[] read() {
    try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(path), 1 << 16))) {
      checkHeader(in);
      return content(in);
    } catch (NoSuchFileException e) {
      throw new DatasetUnavailable(path + " is missing", e);
    } catch (EOFException e) {
      throw new DatasetUnavailable(path + " is truncated: its gzip stream breaks off", e);
    } catch (ZipException e) {
      throw new DatasetUnavailable(path + " is not a sound gzip file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DatasetUnavailable(path + " cannot be read: " + e, e);
    }
  }

  private void checkHeader(DataInputStream in) throws IOException {
    int expected = UNSIGNED_BYTES + dimensions.length;
    int magic = in.readInt();
    if (magic != expected) {
      throw new DatasetUnavailable(
          "%s: the magic number must be 0x%08x, is 0x%08x".formatted(path, expected, magic));
    }
    for (int i = 0; i < dimensions.length; i++) {
      int found = in.readInt();
      if (found != dimensions[i]) {
        throw new DatasetUnavailable(
            "%s: dimension %d must be %d, is %d"
                .formatted(path, i + 1, dimensions[i], Integer.toUnsignedLong(found)));
      }
    }
  }

  private byte[] content(DataInputStream in) throws IOException {
    int size = 1;
    for (int dimension : dimensions) {
      size = Math.multiplyExact(size, dimension);
    }
    byte[] content = new byte[size];
    int found = readUpTo(in, content);
    if (found < size) {
      throw new DatasetUnavailable(
          "%s is truncated: %d bytes must follow the header, there are %d"
              .formatted(path, size, found));
    }
    if (in.read() >= 0) {
      throw new DatasetUnavailable(
          "%s is too long: %d bytes must follow the header, there are more".formatted(path, size));
    }
    return content;
  }

  /** As many bytes as there are, also where the compressed stream breaks off. */
  private static int readUpTo(DataInputStream in, byte[] content) throws IOException {
    int found = 0;
    try {
      while (found < content.length) {
        int n = in.read(content, found, content.length - found);
        if (n < 0) {
          return found;
        }
        found += n;
      }
      return found;
    } catch (EOFException e) {
      return found;
    }
  }
}
