package dev.winnow.command.bench;

import dev.winnow.command.BadArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same loops as those of {@link PythonReference} on PyTorch's library of today, as {@code mvn
 * -Ppeer package} builds them.
 *
 * @param folder what was built
 * @param prefix a program that starts Java in its turn, with its arguments; may be empty
 */
record LibtorchReference(Path folder, List<String> prefix) {
  /** Where it is built. */
  static final Path USUAL = Path.of("target", "peer");

  private static final String MAIN = "dev.winnow.peer.PeerMain";

  boolean isBuilt() {
    return Files.isDirectory(folder.resolve("classes"));
  }

  /**
   * One for each kind of kernels of OpenBLAS, and MKL's as they come and as on a CPU of Intel.
   *
   * @throws BadArguments if it was not built
   */
  List<Start> starts(List<CoreType> types) {
    if (!isBuilt()) {
      throw new BadArguments(
          "--libtorch must name a folder that mvn -Ppeer package has filled, is " + folder);
    }
    List<Start> starts = new ArrayList<>();
    types.forEach(type -> starts.add(() -> openBlas(type)));
    starts.add(() -> new Runner(starting("mkl", List.of("MKL"))));
    if (Files.exists(vendor())) {
      starts.add(this::mklAsOnIntel);
    }
    return starts;
  }

  private Runner openBlas(CoreType type) throws IOException {
    ProcessBuilder builder = starting("openblas", List.of());
    type.set(builder.environment());
    return new Runner(builder);
  }

  private Runner mklAsOnIntel() throws IOException {
    ProcessBuilder builder = starting("mkl", List.of("MKL as on Intel"));
    builder.environment().put("LD_PRELOAD", vendor().toAbsolutePath().toString());
    return new Runner(builder);
  }

  /** Answers MKL's question whose CPU this is. */
  private Path vendor() {
    return folder.resolve("vendor.so");
  }

  private ProcessBuilder starting(String build, List<String> arguments) {
    Path libraries = folder.resolve(build);
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
            "-Dorg.bytedeco.javacpp.maxbytes=0",
            "-Dorg.bytedeco.javacpp.pathsFirst=true",
            "-Dorg.bytedeco.javacpp.cachedir=" + libraries.resolve("cache"),
            "-Djava.library.path=" + libraries.resolve("native"),
            "-cp",
            folder.resolve("classes") + ":" + libraries.resolve("lib") + "/*",
            MAIN));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    PeerEnvironment.set(builder.environment());
    return builder;
  }
}
