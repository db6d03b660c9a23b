package dev.winnow.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One file with all images of a data set: a page of text that says what it is, then training
 * pixels, training labels, test pixels, test labels.
 */
final class CacheFile {
  private static final int HEADER = 4096;
  private static final int HEX = 64;

  private final Path path;
  private final Dataset dataset;
  private final String description;

  CacheFile(Path path, Dataset dataset, String source) {
    this.path = path;
    this.dataset = dataset;
    Shape shape = dataset.shape();
    description =
        """
        winnow images, format 1
        name %s
        source %s
        shape %d %d %d
        classes %d
        training %d
        test %d
        sha256\s"""
            .formatted(
                dataset.name(),
                source,
                shape.channels(),
                shape.height(),
                shape.width(),
                dataset.classes(),
                dataset.trainingExamples(),
                dataset.testExamples());
  }

  /** The images, mapped read-only; empty if there is no file or it is not what it should be. */
  Optional<Images> open() throws IOException {
    return Files.exists(path) ? map(path) : Optional.empty();
  }

  /**
   * Writes the file, reads it back and gives it its name.
   *
   * @throws IOException if what was written is not what was to be written
   */
  void write(Images images) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeFully(channel, header(images.checksum()));
        for (ByteBuffer buffer : buffers(images)) {
          writeFully(channel, buffer.duplicate().clear());
        }
        channel.force(true);
      }
      verify(part, images.checksum());
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void verify(Path part, String checksum) throws IOException {
    Images written = map(part).orElseThrow(() -> new IOException(part + " was not written whole"));
    String found = Checksum.of(written.training(), written.test());
    if (!found.equals(checksum)) {
      throw new IOException("%s must have SHA-256 %s, has %s".formatted(part, checksum, found));
    }
  }

  private static List<ByteBuffer> buffers(Images images) {
    Samples training = images.training();
    Samples test = images.test();
    return List.of(training.pixels(), training.labels(), test.pixels(), test.labels());
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private ByteBuffer header(String checksum) throws IOException {
    byte[] text = (description + checksum + "\n").getBytes(StandardCharsets.UTF_8);
    if (text.length > HEADER) {
      throw new IOException(
          "the description of " + dataset.name() + " is too long: " + description);
    }
    return ByteBuffer.wrap(Arrays.copyOf(text, HEADER));
  }

  private Optional<Images> map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Optional<String> checksum = checksum(channel);
      if (checksum.isEmpty() || channel.size() != size()) {
        return Optional.empty();
      }
      long trainingSize = size(dataset.trainingExamples());
      return Optional.of(
          new Images(
              samples(channel, HEADER, dataset.trainingExamples()),
              samples(channel, HEADER + trainingSize, dataset.testExamples()),
              checksum.get()));
    }
  }

  private Optional<String> checksum(FileChannel channel) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    while (header.hasRemaining() && channel.read(header) >= 0) {}
    String text = new String(header.array(), StandardCharsets.UTF_8);
    int start = description.length();
    if (!text.startsWith(description)) {
      return Optional.empty();
    }
    String checksum = text.substring(start, start + HEX);
    return checksum.matches("[0-9a-f]{64}") ? Optional.of(checksum) : Optional.empty();
  }

  private long size() {
    return HEADER + size(dataset.trainingExamples()) + size(dataset.testExamples());
  }

  private long size(int examples) {
    return (long) examples * (dataset.shape().size() + 1);
  }

  private Samples samples(FileChannel channel, long start, int size) throws IOException {
    long pixels = (long) size * dataset.shape().size();
    return new Samples(
        dataset.shape(),
        size,
        channel.map(MapMode.READ_ONLY, start, pixels),
        channel.map(MapMode.READ_ONLY, start + pixels, size));
  }
}
