package dev.winnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The embedded database's password: drawn once, kept in a file that only its owner may read. */
final class Password {
  private static final int BYTES = 24;

  private Password() {}

  /** The password in this file, which is written first if it is not there. */
  static String in(Path file) throws IOException {
    if (Files.notExists(file)) {
      write(file);
    }
    return Files.readString(file).strip();
  }

  private static void write(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, DatabaseFolder.ownerOnly("rw-------"));
    Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
