package dev.winnow.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The modules of a Java installation, as its {@code release} file lists them. */
final class JavaModules {
  private final String list;

  private JavaModules(String list) {
    this.list = list;
  }

  /**
   * @param java its executable; one without a readable {@code release} file has no known modules
   */
  static JavaModules of(Path java) {
    try {
      Path release = java.toRealPath().resolveSibling("../release").normalize();
      return new JavaModules(
          Files.readAllLines(release).stream()
              .filter(line -> line.startsWith("MODULES="))
              .map(line -> line.substring("MODULES=".length()).replace('"', ' ') + " ")
              .findFirst()
              .orElse(""));
    } catch (IOException e) {
      return new JavaModules("");
    }
  }

  boolean contain(String module) {
    return list.contains(" " + module + " ");
  }
}
