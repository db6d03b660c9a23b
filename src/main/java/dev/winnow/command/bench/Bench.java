package dev.winnow.command.bench;

import dev.winnow.command.BadArguments;
import dev.winnow.command.Command;
import dev.winnow.engine.process.TrainingJvm;
import dev.winnow.lottery.EngineFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures how fast this machine trains, and what beside. */
public final class Bench implements Command {
  private final Path home;
  private final Path data;
  private final Cores cores = Cores.ofThisMachine();

  /**
   * @param environment {@code WINNOW_HOME} and {@code WINNOW_DATA_DIR} are read
   */
  public Bench(Map<String, String> environment) {
    Path usual = Path.of(System.getProperty("user.home"), ".winnow");
    home = Path.of(environment.getOrDefault("WINNOW_HOME", usual.toString()));
    data = Path.of(environment.getOrDefault("WINNOW_DATA_DIR", home.resolve("data").toString()));
  }

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String summary() {
    return "measure training on one core; " + BenchOptions.USAGE;
  }

  @Override
  public int run(List<String> arguments, PrintStream out) throws Exception {
    BenchOptions options = BenchOptions.parse(arguments);
    refuseUnwritable(options.json());
    try (Runners runners = new Runners()) {
      measure(options, runners, out);
      return 0;
    } catch (EngineFailure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private void measure(BenchOptions options, Runners runners, PrintStream out)
      throws IOException, InterruptedException {
    Optional<Runner> python =
        options.torch() ? Optional.of(runners.add(python(options))) : Optional.empty();
    Runner first = runners.add(jvm(options.data(), cores.fromTheEnd(0)));
    Optional<Runner> second = Optional.empty();
    if (options.measures(Part.PAIR) && cores.fromTheEnd(1).isPresent()) {
      Optional<String> same = Optional.of(first.about("data"));
      second = Optional.of(runners.add(jvm(same, cores.fromTheEnd(1))));
    }
    Ladder ladder = Ladder.lenet();
    List<Entry> entries = new Programme(options, ladder, first, second, python).entries();
    if (entries.isEmpty()) {
      throw new BadArguments("There is nothing to measure: pair needs two cores and taskset");
    }
    Results results = new Contest(options.pace(), System.err::println).run(entries);
    BenchReport report = new BenchReport(head(options, first, second, python), results, ladder);
    report.lines().forEach(out::println);
    if (options.json().isPresent()) {
      write(report, options.json().get());
    }
  }

  /** Better now than after minutes of measuring. */
  private static void refuseUnwritable(Optional<Path> json) {
    if (json.isPresent()) {
      try {
        Files.writeString(json.get(), "");
      } catch (IOException e) {
        throw new BadArguments("--json must name a file that can be written: " + e);
      }
    }
  }

  private Runner python(BenchOptions options) throws IOException, InterruptedException {
    return new PythonReference(options.python()).start(Cores.pinning(cores.fromTheEnd(0)));
  }

  private Runner jvm(Optional<String> dataset, Optional<Integer> core) throws IOException {
    Files.createDirectories(home);
    List<String> arguments = new ArrayList<>(List.of(home.toString(), data.toString()));
    dataset.ifPresent(arguments::add);
    return new Runner(
        new TrainingJvm(home).starting(Cores.pinning(core), BenchMain.class, arguments));
  }

  private List<String> head(
      BenchOptions options, Runner first, Optional<Runner> second, Optional<Runner> python) {
    List<String> head = new ArrayList<>();
    head.add(
        "LeNet-300-100 on %s, batches of %d, Adam; Java %s, one thread, %s"
            .formatted(
                first.about("data"),
                Ladder.BATCH,
                first.about("version"),
                cores
                    .fromTheEnd(0)
                    .map(core -> "pinned to core " + core)
                    .orElse("not pinned to a core: there is no taskset here")));
    head.add(
        "Medians of %d rounds, in each of which every contender runs %s s"
            .formatted(options.pace().rounds(), options.pace().seconds()));
    head.add(
        "Masks keep the largest initial weights of each layer; a trained mask leaves more inputs"
            + " without any weight");
    head.add("GFLOP/s count products of kept weights, and no gradient of the pixels");
    python.ifPresent(runner -> head.add("PyTorch multiplies with " + runner.about("blas")));
    if (options.measures(Part.PAIR) && second.isEmpty()) {
      head.add("No two trainings side by side: there are no two cores to pin them to");
    }
    return head;
  }

  private static void write(BenchReport report, Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(file, mapper.writeValueAsString(report.raw()));
  }

  /** Closes what was opened, whatever happens in between. */
  private static final class Runners implements AutoCloseable {
    private final List<Runner> runners = new ArrayList<>();

    Runner add(Runner runner) {
      runners.add(runner);
      return runner;
    }

    @Override
    public void close() {
      runners.forEach(Runner::close);
    }
  }
}
