package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.Requirement;
import dev.winnow.command.BadArguments;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command with its real processes, on no more than a few steps of each contender. */
class BenchIT {
  private final Bench bench = new Bench(Map.of("WINNOW_HOME", "target/engine-tests"));

  @Test
  void every_contender_is_measured_in_its_own_process_and_printed(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("all.json");
    String contending = "stock,dense,auto,sparse,sgemm,evaluation,pair,conv";
    String printed = run("--data", "glyphs", "--only", contending, "--json", file.toString());
    assertThat(printed)
        .startsWith("LeNet-300-100 on glyphs, batches of 60, Adam; Java ")
        .contains("stock DL4J = 1")
        .contains("dense iteration, stock DL4J = 1");
    JsonNode contenders = new JsonMapper().readTree(file).path("contenders");
    assertThat(contenders.valueStream().map(one -> one.path("name").asString()))
        .contains("peak", "stock/0/mean-std", "stock-conv2", "sparse/0/mean-std")
        .contains("dense/0/none", "dense/0/mean-std", "auto/0/none", "auto/20/mean-std")
        .contains("conv-2", "conv-4", "conv-6", "resnet-20", "vgg-19")
        .contains("conv-2/evaluation", "vgg-19/evaluation")
        .contains("evaluation/0/none", "evaluation/9/mean-std")
        .contains("sgemm/peak", "sgemm/fc2-inputs");
    assertThat(contenders.valueStream().map(one -> one.path("repetitions")))
        .allSatisfy(
            repetitions -> {
              assertThat(repetitions.size()).isEqualTo(1);
              assertThat(repetitions.path(0).path("steps").asDouble()).isPositive();
              assertThat(repetitions.path(0).path("seconds").asDouble()).isPositive();
            });
  }

  @Test
  void the_pytorch_loop_runs_beside_ours() throws Exception {
    String python = Requirement.torch().toString();
    assertThat(run("--data", "glyphs", "--only", "dense", "--torch", "--python", python))
        .contains("PyTorch multiplies with ")
        .contains("dense iteration, PyTorch = 1");
  }

  @Test
  void the_memory_of_a_training_is_that_of_a_process_of_its_own(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("all.json");
    assertThat(run("--data", "glyphs", "--only", "memory", "--json", file.toString()))
        .contains("dense, resnet-20", "dense, vgg-19");
    assertThat(new JsonMapper().readTree(file).path("memory").valueStream())
        .hasSize(2)
        // The values, gradients and moments of VGG-19's 20 million weights.
        .anySatisfy(use -> assertThat(use.path("bytes").asLong()).isGreaterThan(320_000_000));
  }

  @Test
  void a_file_that_cannot_be_written_is_refused_before_anything_is_measured(@TempDir Path folder) {
    Path nowhere = folder.resolve("none").resolve("all.json");
    assertThatExceptionOfType(BadArguments.class)
        .isThrownBy(() -> run("--json", nowhere.toString()))
        .withMessageContaining("--json")
        .withMessageContaining(nowhere.toString());
    assertThat(Files.exists(nowhere)).isFalse();
  }

  private String run(String... arguments) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      List<String> all = new ArrayList<>(List.of("--rounds", "1", "--seconds", "0.001"));
      all.addAll(List.of(arguments));
      assertThat(bench.run(all, out)).isZero();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
