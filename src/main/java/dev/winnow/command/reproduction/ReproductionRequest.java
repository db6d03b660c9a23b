package dev.winnow.command.reproduction;

import dev.winnow.command.BadArguments;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What a reproduction check was asked for.
 *
 * @param api the address of an API
 * @param experiment id; empty to find one, or to submit one if it is quick
 * @param reproduction what it is checked against
 */
record ReproductionRequest(String api, Optional<Long> experiment, Reproduction reproduction) {
  private static final String LOCAL = "http://127.0.0.1:8080/api/v1";

  /**
   * @throws BadArguments if there is another argument, or a value is missing or wrong
   */
  static ReproductionRequest parse(List<String> arguments) {
    String api = LOCAL;
    Optional<Long> experiment = Optional.empty();
    Reproduction reproduction = Reproduction.PAPER;
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--api" -> api = address(value(option, rest));
        case "--experiment" -> experiment = Optional.of(id(value(option, rest)));
        case "--one-shot" -> reproduction = Reproduction.ONE_SHOT;
        case "--smoke" -> reproduction = Reproduction.SMOKE;
        default ->
            throw new BadArguments(
                ("There is no option \"%s\": allowed are --api URL, --experiment ID, --one-shot and"
                        + " --smoke")
                    .formatted(option));
      }
    }
    return new ReproductionRequest(api, experiment, reproduction);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new BadArguments(option + " needs a value");
    }
    return rest.next();
  }

  private static String address(String value) {
    if (!value.matches("https?://[\\w.:-]+(/[\\w./-]*)?")) {
      throw new BadArguments(
          "--api \"%s\" is no address: write one such as %s".formatted(value, LOCAL));
    }
    return value.replaceFirst("/+$", "");
  }

  private static long id(String value) {
    if (!value.matches("[1-9]\\d{0,17}")) {
      throw new BadArguments(
          "--experiment \"%s\" is no id: write a whole number from 1".formatted(value));
    }
    return Long.parseLong(value);
  }
}
