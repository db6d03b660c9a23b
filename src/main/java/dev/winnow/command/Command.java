package dev.winnow.command;

import java.io.PrintStream;
import java.util.List;

/** A run mode of the jar: {@code java -jar winnow.jar <name> [arguments]}. */
public interface Command {
  /** What is typed: lower case with hyphens. */
  String name();

  /** One line for those who ask what there is. */
  String summary();

  /**
   * Runs to its end.
   *
   * @return the exit status: 0 for success, 1 for a finding, 2 for bad arguments
   * @throws BadArguments if the arguments cannot be understood
   */
  int run(List<String> arguments, PrintStream out) throws Exception;
}
