package dev.winnow.faults;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory with little room, which only Linux's root may mount. */
final class SmallDisk implements AutoCloseable {
  private static final byte[] BALLAST = new byte[1 << 16];

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  static SmallDisk mount(Path folder, String size) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
      abort("Only Linux has tmpfs");
    }
    Files.createDirectories(folder);
    if (run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) != 0) {
      abort("Only root can mount a small file system");
    }
    return new SmallDisk(folder);
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Takes all the room that is left. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(BALLAST);
      }
    } catch (IOException e) {
      if (folder.toFile().getUsableSpace() > BALLAST.length) {
        throw e;
      }
    }
  }

  /** Gives it back. */
  void empty() throws IOException {
    Files.delete(ballast());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  @Override
  public void close() throws IOException {
    run("umount", "-l", folder.toString());
  }
}
