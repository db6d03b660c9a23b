package dev.winnow.process;

import dev.winnow.kernels.FastestKernels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command that starts a child, and its environment.
 *
 * @param settings how it is configured
 * @param home the folder {@code winnow.home}; native code is unpacked to its {@code javacpp}, files
 *     about crashes go to its {@code crashes}
 * @param blasCore the kernels that OpenBLAS must use; empty leaves the choice to it
 */
record ChildCommand(EngineSettings settings, Path home, String blasCore, ApplicationCode code) {
  Path java() {
    return java(settings);
  }

  /** The executable that the settings name, else the one that runs this process. */
  static Path java(EngineSettings settings) {
    return settings
        .java()
        .map(Path::of)
        .orElse(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  Path crashes() {
    return home.resolve("crashes");
  }

  /** The JVM's report of a crash of the process with this id. */
  Path crashFile(long pid) {
    return crashes().resolve("crash-%d.log".formatted(pid));
  }

  /** What stands in the argument file: a class path can be longer than a command line may be. */
  List<String> arguments(Path socket) {
    return launch(ChildMain.class, List.of(socket.toString()));
  }

  /** The flags of a JVM that trains, then what starts this main class in it. */
  List<String> launch(Class<?> main, List<String> rest) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xmx" + settings.childHeap().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                // A step leaves little behind: a larger young generation would only be memory in
                // use.
                "-Xmn" + Math.min(64, settings.childHeap().toMegabytes() / 3) + "m",
                // Rows of numbers begin at cache lines: see Kernels.FRONT.
                "-XX:ObjectAlignmentInBytes=64",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + crashes().resolve("crash-%p.log"),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=dev/winnow/process/child-logback.xml",
                "-Dwinnow.engine.log-level=" + settings.logLevel(),
                "-Dorg.bytedeco.javacpp.cachedir=" + home.resolve("javacpp"),
                // Otherwise each allocation asks for the size of the process.
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.maxbytes=0"));
    if (JavaModules.of(java()).contain(FastestKernels.MODULE)) {
      arguments.addAll(List.of("--add-modules", FastestKernels.MODULE));
    }
    arguments.addAll(code.launch(main));
    arguments.addAll(rest);
    return arguments;
  }

  /** One thread for every product: more are slower here and give other bits. */
  Map<String, String> environment() {
    Map<String, String> environment =
        new TreeMap<>(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));
    if (!blasCore.isEmpty()) {
      environment.put("OPENBLAS_CORETYPE", blasCore);
    }
    return environment;
  }

  /** Arguments in the form of an argument file, one in each line. */
  static String argumentFile(List<String> arguments) {
    StringBuilder text = new StringBuilder();
    for (String argument : arguments) {
      String escaped = argument.replace("\\", "\\\\").replace("\"", "\\\"");
      text.append('"').append(escaped).append("\"\n");
    }
    return text.toString();
  }
}
