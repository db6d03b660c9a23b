package dev.winnow.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that only this user may enter; it and its files go when it is closed. */
record PrivateFolder(Path path) implements AutoCloseable {
  static PrivateFolder create() throws IOException {
    // A short name: the path of a socket must fit into about a hundred bytes.
    return new PrivateFolder(Files.createTempDirectory("winnow"));
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> listing = Files.list(path)) {
      files = listing.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(path);
  }
}
