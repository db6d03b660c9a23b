package dev.winnow.dataset;

import dev.winnow.checksum.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checksums of files and images: SHA-256 in hex. */
final class Checksum {
  private Checksum() {}

  /** Over all bytes of a file. */
  static String of(Path file) throws IOException {
    Sha256 sum = new Sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[1 << 16];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        sum.add(chunk, n);
      }
    }
    return sum.hex();
  }

  /** Over pixels and labels of both parts, as {@link Images#checksum} says. */
  static String of(Samples training, Samples test) {
    return new Sha256()
        .add(training.pixels())
        .add(training.labels())
        .add(test.pixels())
        .add(test.labels())
        .hex();
  }
}
