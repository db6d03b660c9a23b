package dev.winnow.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The binary version of CIFAR-10: a gzipped tar with five files of training images and one of test
 * images. Each image is one byte of label, then 1,024 bytes of red, of green and of blue, row after
 * row.
 */
final class CifarArchive {
  /** Channels, rows and columns of one image. */
  static final Shape SHAPE = new Shape(3, 32, 32);

  static final int CLASSES = 10;

  /** Files of training images. */
  static final int TRAINING_FILES = 5;

  private static final List<String> NAMES =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin",
          "test_batch.bin");

  private final Path path;
  private final int each;
  private final boolean whole;

  /**
   * @param each images that are read of each file, from its beginning
   * @param whole whether a file may hold no more than that
   */
  CifarArchive(Path path, int each, boolean whole) {
    this.path = path;
    this.each = each;
    this.whole = whole;
  }

  /**
   * @throws DatasetUnavailable if the archive is missing, broken off, lacks a file or a file holds
   *     other than it should
   */
  Images read() {
    byte[] pixels = new byte[NAMES.size() * each * SHAPE.size()];
    byte[] labels = new byte[NAMES.size() * each];
    Set<String> missing = new TreeSet<>(NAMES);
    try (var tar = new TarArchiveInputStream(unzipped())) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (missing.remove(name)) {
          checkSize(name, entry.getSize());
          read(tar, name, pixels, labels);
        }
      }
    } catch (NoSuchFileException e) {
      throw new DatasetUnavailable(path + " is missing", e);
    } catch (EOFException e) {
      throw new DatasetUnavailable(path + " is truncated: its gzip stream breaks off", e);
    } catch (ZipException e) {
      throw new DatasetUnavailable(path + " is not a sound gzip file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DatasetUnavailable(path + " cannot be read: " + e, e);
    }
    if (!missing.isEmpty()) {
      throw new DatasetUnavailable(path + " lacks " + String.join(", ", missing));
    }
    int training = TRAINING_FILES * each;
    return Images.of(samples(pixels, labels, 0, training), samples(pixels, labels, training, each));
  }

  private InputStream unzipped() throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return new GZIPInputStream(file, 1 << 16);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private void checkSize(String name, long size) {
    long record = 1L + SHAPE.size();
    if (size % record != 0 || size < each * record || (whole && size > each * record)) {
      throw new DatasetUnavailable(
          "%s: %s must hold %s%d images of %d bytes, holds %d bytes"
              .formatted(path, name, whole ? "" : "at least ", each, record, size));
    }
  }

  private void read(InputStream in, String name, byte[] pixels, byte[] labels) throws IOException {
    int first = NAMES.indexOf(name) * each;
    for (int image = first; image < first + each; image++) {
      int label = in.read();
      int found = in.readNBytes(pixels, image * SHAPE.size(), SHAPE.size());
      if (found < SHAPE.size()) {
        throw new DatasetUnavailable(path + " is truncated: " + name + " breaks off");
      }
      if (label >= CLASSES) {
        throw new DatasetUnavailable(
            "%s: label %d of %s must be from 0 to %d, is %d"
                .formatted(path, image - first, name, CLASSES - 1, label));
      }
      labels[image] = (byte) label;
    }
  }

  private static Samples samples(byte[] pixels, byte[] labels, int first, int size) {
    return new Samples(
        SHAPE,
        size,
        ByteBuffer.wrap(pixels, first * SHAPE.size(), size * SHAPE.size()).slice(),
        ByteBuffer.wrap(labels, first, size).slice());
  }
}
