package dev.winnow.command.bench;

import dev.winnow.command.BadArguments;
import dev.winnow.command.Command;
import dev.winnow.lottery.EngineFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures how fast this machine trains, and what beside. */
public final class Bench implements Command {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path home;
  private final Path data;

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
    try (Session session = new Session(options, home, data)) {
      BenchReport report = session.measure();
      report.lines().forEach(out::println);
      if (options.json().isPresent()) {
        Files.writeString(options.json().get(), JSON.writeValueAsString(report.raw()));
      }
      return 0;
    } catch (EngineFailure e) {
      System.err.println(e.getMessage());
      return 1;
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
}
