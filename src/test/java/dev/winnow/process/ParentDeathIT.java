package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentDeathIT {
  @Test
  void a_training_child_ends_when_its_parent_is_killed() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ParentProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      ProcessHandle child = ProcessHandle.of(childOf(parent)).orElseThrow();
      parent.destroyForcibly().waitFor();
      child.onExit().get(10, TimeUnit.SECONDS);
      assertThat(child.isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  private static long childOf(Process parent) throws IOException {
    try (BufferedReader lines = parent.inputReader()) {
      return lines
          .lines()
          .filter(line -> line.startsWith("CHILD "))
          .mapToLong(line -> Long.parseLong(line.substring("CHILD ".length())))
          .findFirst()
          .orElseThrow();
    }
  }
}
