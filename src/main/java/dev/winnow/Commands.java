package dev.winnow;

import dev.winnow.command.BadArguments;
import dev.winnow.command.Command;
import dev.winnow.command.bench.Bench;
import dev.winnow.command.reproduction.CheckReproduction;
import java.util.List;
import java.util.Optional;

/** The commands that there are. */
final class Commands {
  private static final List<Command> ALL =
      List.of(new Bench(System.getenv()), new CheckReproduction());

  private Commands() {}

  /**
   * Runs the command that the arguments name.
   *
   * @return its exit status; empty if the arguments are options of the server
   */
  static Optional<Integer> run(String... arguments) throws Exception {
    if (arguments.length == 0 || arguments[0].startsWith("-")) {
      return Optional.empty();
    }
    String name = arguments[0];
    Optional<Command> command = ALL.stream().filter(one -> one.name().equals(name)).findFirst();
    if (command.isEmpty()) {
      System.err.printf("There is no command \"%s\". %s%n", name, choice());
      return Optional.of(2);
    }
    try {
      List<String> rest = List.of(arguments).subList(1, arguments.length);
      return Optional.of(command.get().run(rest, System.out));
    } catch (BadArguments e) {
      System.err.println(e.getMessage());
      return Optional.of(2);
    }
  }

  private static String choice() {
    StringBuilder text = new StringBuilder("Without a command it serves. Commands:");
    ALL.forEach(one -> text.append("%n  %-20s %s".formatted(one.name(), one.summary())));
    return text.toString();
  }
}
