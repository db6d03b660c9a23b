package dev.winnow.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What lies where under {@code ${winnow.home}/postgres}; nobody else may look into it. */
record DatabaseFolder(Path root) {
  /** The folder under this home, made if it is not there, readable by its owner alone. */
  static DatabaseFolder under(Path home) throws IOException {
    Files.createDirectories(home);
    Path root = home.resolve("postgres");
    if (Files.notExists(root)) {
      Files.createDirectory(root, ownerOnly("rwx------"));
    } else if (posix()) {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
    return new DatabaseFolder(root.toRealPath());
  }

  Path data() {
    return root.resolve("data");
  }

  Path binaries() {
    return root.resolve("binaries");
  }

  Path password() {
    return root.resolve("password");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  /** There once the data folder was made to its end. */
  Path complete() {
    return root.resolve("complete");
  }

  void markComplete() {
    try {
      if (Files.notExists(complete())) {
        Files.createFile(complete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FileAttribute<?>[] ownerOnly(String permissions) {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
