package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernels.FastestKernels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same training in processes of their own, which differ in the vectors that they have. */
class BitsIT {
  /**
   * Where fully connected and convolutional networks end by order 4: it changes only together with
   * the signature.
   */
  private static final String ORDER_4 =
      "df7076baf440d5c641158da01d78e4f4092275cf01927b5028666832fef8e01e";

  @Test
  void every_process_ends_in_the_same_bits_whatever_its_vectors() throws Exception {
    assertThat(train()).isEqualTo("PlainKernels " + ORDER_4);
    assertThat(train()).isEqualTo("PlainKernels " + ORDER_4);
    for (int bytes : new int[] {16, 32, 64}) {
      assertThat(train("--add-modules", FastestKernels.MODULE, "-XX:MaxVectorSize=" + bytes))
          .isEqualTo("VectorKernels " + ORDER_4);
    }
  }

  private static String train(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), PureTraining.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
