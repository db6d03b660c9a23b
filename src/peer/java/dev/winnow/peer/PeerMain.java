package dev.winnow.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.openblas.global.openblas_full;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/**
 * The training loops that Winnow's bench compares with, on libtorch and one thread. Reads lines
 * {@code run NAME SECONDS} or {@code run NAME/PATH SECONDS} from standard input, trains for about
 * so long and answers each with one line of JSON.
 */
public final class PeerMain {
  private static final Pattern VERSION = Pattern.compile("TORCH_VERSION=([^,\\s]+)");
  private static final Pattern MKL = Pattern.compile("Library Version (\\S+)");

  private PeerMain() {}

  /**
   * @param arguments what the kernels are called; without it they are those of OpenBLAS
   */
  public static void main(String[] arguments) throws IOException {
    torch.set_num_threads(1);
    torch.manual_seed(1);
    Context.setFlushDenormal(true);
    System.out.println(about(arguments));
    System.out.flush();
    Tasks tasks = new Tasks();
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String task = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
      double seconds = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      System.out.println(tasks.get(task).run(seconds).json());
      System.out.flush();
    }
    // Not the end of main(): native code may hold on to threads.
    Runtime.getRuntime().halt(0);
  }

  private static String about(String[] arguments) {
    String build = torch.show_config().getString();
    boolean named = arguments.length > 0;
    String core = named ? arguments[0] : openblas_full.openblas_get_corename().getString();
    String blas =
        named ? "MKL " + first(MKL, build) + ", " + core : openBlas() + ", " + core + " kernels";
    return "{\"version\": \"%s\", \"core\": \"%s\", \"blas\": \"%s\"}"
        .formatted(first(VERSION, build), core, blas);
  }

  private static String openBlas() {
    return openblas_full.openblas_get_config().getString().split(" DYNAMIC", 2)[0].strip();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "unknown";
  }
}
