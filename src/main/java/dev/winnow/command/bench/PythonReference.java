package dev.winnow.command.bench;

import dev.winnow.command.BadArguments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * PyTorch training loops of our own, to compare with.
 *
 * @param prefix a program that starts Python in its turn, with its arguments; may be empty
 */
record PythonReference(Path python, List<String> prefix) {
  private static final String SCRIPT = "/bench/pytorch_reference.py";

  /**
   * @param type of the kernels that its library takes
   * @throws BadArguments if this Python has no PyTorch
   */
  Runner start(CoreType type) throws IOException, InterruptedException {
    if (!hasTorch()) {
      throw new BadArguments(
          "%s cannot import torch. Debian and Ubuntu have it: apt install python3-torch"
                  .formatted(python)
              + " libopenblas0-pthread; --python names another one");
    }
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(python.toString(), "-c", script()));
    ProcessBuilder builder = new ProcessBuilder(command);
    type.set(builder.environment());
    PeerEnvironment.set(builder.environment());
    return new Runner(builder);
  }

  private boolean hasTorch() throws InterruptedException {
    try {
      return new ProcessBuilder(python.toString(), "-c", "import torch")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String script() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(PythonReference.class.getResourceAsStream(SCRIPT))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
