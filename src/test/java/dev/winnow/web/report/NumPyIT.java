package dev.winnow.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.Requirement;
import dev.winnow.web.PlayedExperiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumPyIT extends PlayedExperiment {
  private static final String SCRIPT =
      """
      import numpy, sys
      m = numpy.load(sys.argv[1], allow_pickle=False)
      print([(k, m[k].dtype.name, m[k].shape, int(m[k].sum())) for k in m.files])
      whole = numpy.concatenate([m[k].ravel() for k in m.files])
      bits = numpy.unpackbits(numpy.fromfile(sys.argv[2], numpy.uint8), bitorder="little")
      print(bool((bits[:whole.size] == whole).all()), int(bits[whole.size:].sum()))
      """;

  @Test
  void numpy_reads_masks(@TempDir Path folder) throws Exception {
    String python = Requirement.numpy().toString();
    long id = underWay();
    Path npz = folder.resolve("mask.npz");
    Path bits = folder.resolve("mask.bits");
    Files.write(npz, get(path(id, "/trials/1/rounds/1/mask.npz")).bytes());
    Files.write(bits, get(path(id, "/trials/1/rounds/1/mask.bits")).bytes());
    assertThat(output(python, "-c", SCRIPT, npz.toString(), bits.toString()))
        .isEqualTo(
            """
            [('fc1.weight', 'bool', (300, 784), 188160), ('fc2.weight', 'bool', (100, 300), 24000),\
             ('fc3.weight', 'bool', (10, 100), 900)]
            True 0
            """);
  }

  private static final String TICKET =
      """
      import numpy, sys
      m, start, end = [numpy.load(name, allow_pickle=False) for name in sys.argv[1:4]]
      print([(k, start[k].dtype.str, start[k].shape) for k in start.files])
      print([bool((end[k][~m[k]] == 0).all()) for k in m.files], float(start["fc1.weight"].std()))
      """;

  @Test
  void numpy_reads_weights(@TempDir Path folder) throws Exception {
    String python = Requirement.numpy().toString();
    long id = underWay();
    Path mask = folder.resolve("mask.npz");
    Path start = folder.resolve("start.npz");
    Path end = folder.resolve("end.npz");
    Files.write(mask, get(path(id, "/trials/1/rounds/1/mask.npz")).bytes());
    Files.write(start, get(path(id, "/trials/1/rounds/1/initial-weights.npz")).bytes());
    Files.write(end, get(path(id, "/trials/1/rounds/1/final-weights.npz")).bytes());
    assertThat(
            output(python, "-c", TICKET, mask.toString(), start.toString(), end.toString()).lines())
        .satisfiesExactly(
            arrays ->
                assertThat(arrays)
                    .contains("('fc1.weight', '<f4', (300, 784))", "('fc1.bias', '<f4', (300,))"),
            pruned ->
                // Glorot's Gaussian: the square root of 2 ÷ (784 + 300) is 0.04295.
                assertThat(pruned).startsWith("[True, True, True] 0.04"));
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream stream = process.getInputStream()) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text;
    }
  }
}
