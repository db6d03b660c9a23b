package dev.winnow.command.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.winnow.command.bench.contender.Contender;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Download;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process in which contenders run. Reads lines {@code run NAME SECONDS} from standard input and
 * answers each with one line of JSON, until the input ends.
 */
public final class BenchMain {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private BenchMain() {}

  /**
   * @param arguments home, data folder and, if it is settled, the data set
   */
  public static void main(String[] arguments) throws IOException {
    DatasetProperties properties =
        new DatasetProperties(Path.of(arguments[0]), Path.of(arguments[1]), Download.never());
    ContenderFactory contenders =
        new ContenderFactory(
            properties, arguments.length > 2 ? Optional.of(arguments[2]) : Optional.empty());
    answer(Map.of("data", contenders.data(), "version", System.getProperty("java.version")));
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] words = line.split(" ", -1);
      answer(run(contenders.get(words[1]), Double.parseDouble(words[2])));
    }
    // Not the end of main(): native code may hold on to threads.
    Runtime.getRuntime().halt(0);
  }

  private static void answer(Object value) {
    System.out.println(JSON.writeValueAsString(value));
    System.out.flush();
  }

  private static Repetition run(Contender contender, double seconds) {
    long steps = 0;
    long limit = (long) (seconds * 1e9);
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    long spent;
    do {
      contender.step();
      steps++;
      spent = System.nanoTime() - begin;
    } while (spent < limit);
    cpu = SYSTEM.getProcessCpuTime() - cpu;
    return new Repetition(steps, spent / 1e9, cpu / 1e9, contender.path());
  }
}
