package dev.winnow;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that a test needs and a machine may lack. A test without its program is skipped with the
 * reason, or fails if {@code -Dwinnow.require} names the program.
 */
public final class Requirement {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Requirement() {}

  /** What to do with Node and a Chromium. */
  @FunctionalInterface
  public interface BrowserTest {
    void run(Path node, Path chromium) throws Exception;
  }

  public static void browser(BrowserTest test) throws Exception {
    Optional<Path> chromium = BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
    Optional<Path> node = onPath("node");
    if (chromium.isEmpty() || node.isEmpty()) {
      missing("browser", "There is no Chromium (or no Node) on the PATH");
      return;
    }
    test.run(node.get(), chromium.get());
  }

  /** A Python that can import NumPy. */
  public static Path numpy() throws Exception {
    return python("numpy");
  }

  /** A Python that can import PyTorch. */
  public static Path torch() throws Exception {
    return python("torch");
  }

  /** The library that gives a process another time, as Debian's package libfaketime has it. */
  public static Path faketime() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
      Optional<Path> library =
          folders
              .map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
              .filter(Files::exists)
              .findFirst();
      if (library.isEmpty()) {
        missing("faketime", "There is no libfaketime");
      }
      return library.orElseThrow();
    }
  }

  private static Path python(String module) throws Exception {
    List<Path> pythons =
        Stream.of(onPath("python3"), Optional.of(Path.of("/usr/bin/python3")))
            .flatMap(Optional::stream)
            .filter(Files::isExecutable)
            .toList();
    for (Path python : pythons) {
      if (imports(python, module)) {
        return python;
      }
    }
    missing(module, "There is no python3 with " + module + " on the PATH");
    throw new IllegalStateException("unreachable");
  }

  private static boolean imports(Path python, String module)
      throws IOException, InterruptedException {
    return new ProcessBuilder(python.toString(), "-c", "import " + module)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static void missing(String requirement, String reason) {
    String required = System.getProperty("winnow.require", "");
    if (Arrays.asList(required.split(",", -1)).contains(requirement)) {
      throw new AssertionError(reason + ", and -Dwinnow.require asks for it");
    }
    abort(reason);
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(System.getProperty("path.separator"), -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
