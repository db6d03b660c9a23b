package dev.winnow.command.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The cores that a process may be pinned to.
 *
 * @param numbers as the system counts them; empty where nothing can be pinned
 */
record Cores(List<Integer> numbers) {
  private static final String ALLOWED = "Cpus_allowed_list:";

  /** Those that this process may use, on Linux with {@code taskset}. */
  static Cores ofThisMachine() {
    Path status = Runner.status("self");
    if (Files.notExists(status) || !onPath("taskset")) {
      return new Cores(List.of());
    }
    try {
      return new Cores(
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith(ALLOWED))
              .flatMapToInt(line -> parse(line.substring(ALLOWED.length()).strip()))
              .boxed()
              .toList());
    } catch (IOException e) {
      return new Cores(List.of());
    }
  }

  /**
   * @param list numbers and ranges: {@code 0-2,5}
   */
  static IntStream parse(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(part -> part.split("-", -1))
        .flatMapToInt(
            ends ->
                IntStream.rangeClosed(
                    Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
  }

  private static boolean onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(Pattern.quote(System.getProperty("path.separator")), -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Counted from the last one: systems like to do their own work on the first. */
  Optional<Integer> fromTheEnd(int index) {
    return index < numbers.size()
        ? Optional.of(numbers.get(numbers.size() - 1 - index))
        : Optional.empty();
  }

  /** What starts a program on one core; nothing where that cannot be done. */
  static List<String> pinning(Optional<Integer> core) {
    return core.map(number -> List.of("taskset", "-c", number.toString())).orElse(List.of());
  }
}
