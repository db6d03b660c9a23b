package dev.winnow.command.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The kernels that OpenBLAS is told to take. */
enum CoreType {
  /** Those that it finds itself. */
  OWN("", ""),
  HASWELL("Haswell", "avx2"),
  SKYLAKE_X("SkylakeX", "avx512f"),
  COOPER_LAKE("Cooperlake", "avx512_bf16");

  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final String FLAGS = "flags";

  private final String spelling;
  private final String flag;

  CoreType(String spelling, String flag) {
    this.spelling = spelling;
    this.flag = flag;
  }

  /** Those whose instructions this CPU has, as Linux tells. */
  static List<CoreType> ofThisMachine() throws IOException {
    return Files.exists(CPU) ? of(Files.readAllLines(CPU)) : List.of(OWN);
  }

  static List<CoreType> of(List<String> cpu) {
    Set<String> flags =
        cpu.stream()
            .filter(line -> line.startsWith(FLAGS))
            .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
            .collect(Collectors.toSet());
    return Arrays.stream(values())
        .filter(type -> type == OWN || flags.contains(type.flag))
        .toList();
  }

  /** Tells a process about to start. What is measured must not depend on who starts it. */
  void set(Map<String, String> environment) {
    environment.remove("OPENBLAS_L2_SIZE");
    environment.remove("OPENBLAS_CORETYPE");
    if (this != OWN) {
      environment.put("OPENBLAS_CORETYPE", spelling);
    }
  }
}
