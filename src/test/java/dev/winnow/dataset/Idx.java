package dev.winnow.dataset;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files, right and wrong ones. */
final class Idx {
  private Idx() {}

  static void write(Path path, int magic, int[] dimensions, byte[] content) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(path)))) {
      out.writeInt(magic);
      for (int dimension : dimensions) {
        out.writeInt(dimension);
      }
      out.write(content);
    }
  }
}
