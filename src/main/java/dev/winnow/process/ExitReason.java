package dev.winnow.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a process ended, as far as its exit code and crash file tell. */
final class ExitReason {
  /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
  private static final int OUT_OF_MEMORY = 3;

  /** A shell's custom: 128 and the signal's number. */
  private static final int SIGNAL = 128;

  private static final int KILL = 9;
  private static final String NATIVE_OUT_OF_MEMORY =
      "There is insufficient memory for the Java Runtime Environment";

  private ExitReason() {}

  /**
   * @param process a dead one
   * @param crashFile where its JVM writes about a crash
   * @param settings with which it was started
   */
  static String of(Process process, Path crashFile, EngineSettings settings) {
    int code = process.exitValue();
    if (Files.exists(crashFile)) {
      return (saysOutOfMemory(crashFile)
              ? "The training process ran out of native memory, see "
              : "The training process crashed in native code, see ")
          + crashFile;
    }
    if (code == OUT_OF_MEMORY) {
      return "The training process ran out of memory: its heap is limited to "
          + "%d MB (winnow.engine.child-heap)".formatted(settings.childHeap().toMegabytes());
    }
    if (code == SIGNAL + KILL) {
      return "The training process was killed from outside (signal 9), as a system does that runs"
          + " out of memory";
    }
    return code > SIGNAL
        ? "The training process was ended by signal " + (code - SIGNAL)
        : "The training process ended with exit code " + code;
  }

  private static boolean saysOutOfMemory(Path crashFile) {
    try {
      return Files.readString(crashFile).contains(NATIVE_OUT_OF_MEMORY);
    } catch (IOException e) {
      return false;
    }
  }
}
