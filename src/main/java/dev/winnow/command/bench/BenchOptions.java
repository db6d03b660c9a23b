package dev.winnow.command.bench;

import dev.winnow.command.BadArguments;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was typed after {@code bench}.
 *
 * @param data the data set; without it MNIST where its files are, else glyphs
 * @param torch whether the PyTorch loop runs too
 * @param python what runs it
 * @param libtorch where its newer libraries are; without it where they are built, if they are
 * @param json where all numbers go
 */
record BenchOptions(
    MeasurementLength length,
    Set<Part> only,
    Optional<String> data,
    boolean torch,
    Path python,
    Optional<Path> libtorch,
    Optional<Path> json) {
  static final String USAGE =
      "bench [--torch] [--python FILE] [--libtorch FOLDER] [--quick] [--rounds N] [--seconds S]"
          + " [--only NAME,...] [--data mnist|glyphs] [--json FILE]";

  private static final List<String> DATA = List.of("mnist", "glyphs");

  /**
   * @throws BadArguments if they cannot be understood
   */
  static BenchOptions parse(List<String> arguments) {
    Parser parser = new Parser();
    Iterator<String> rest = arguments.iterator();
    try {
      while (rest.hasNext()) {
        parser.take(rest.next(), rest);
      }
      return parser.options();
    } catch (IllegalArgumentException e) {
      throw new BadArguments(e.getMessage() + System.lineSeparator() + "Usage: " + USAGE);
    }
  }

  boolean measures(Part part) {
    return only.contains(part);
  }

  private static final class Parser {
    private int rounds = MeasurementLength.USUAL.rounds();
    private double seconds = MeasurementLength.USUAL.seconds();
    private Set<Part> only = EnumSet.allOf(Part.class);
    private Optional<String> data = Optional.empty();
    private boolean torch;
    private Path python = Path.of("/usr/bin/python3");
    private Optional<Path> libtorch = Optional.empty();
    private Optional<Path> json = Optional.empty();

    void take(String option, Iterator<String> rest) {
      switch (option) {
        case "--torch" -> torch = true;
        case "--quick" -> {
          rounds = MeasurementLength.QUICK.rounds();
          seconds = MeasurementLength.QUICK.seconds();
        }
        case "--rounds" -> rounds = integer(option, rest);
        case "--seconds" -> seconds = number(option, rest);
        case "--only" -> only = parts(value(option, rest));
        case "--data" -> data = Optional.of(oneOf(option, DATA, value(option, rest)));
        case "--python" -> python = Path.of(value(option, rest));
        case "--libtorch" -> libtorch = Optional.of(Path.of(value(option, rest)));
        case "--json" -> json = Optional.of(Path.of(value(option, rest)));
        default -> throw new IllegalArgumentException("There is no option \"" + option + "\"");
      }
    }

    BenchOptions options() {
      return new BenchOptions(
          new MeasurementLength(rounds, seconds), only, data, torch, python, libtorch, json);
    }

    private static String value(String option, Iterator<String> rest) {
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      return rest.next();
    }

    private static double number(String option, Iterator<String> rest) {
      String text = value(option, rest);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(option + " must be a number, is \"" + text + "\"", e);
      }
    }

    private static int integer(String option, Iterator<String> rest) {
      String text = value(option, rest);
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            option + " must be a whole number, is \"" + text + "\"", e);
      }
    }

    private static String oneOf(String option, List<String> allowed, String value) {
      if (!allowed.contains(value)) {
        throw new IllegalArgumentException(
            "%s must be one of %s, is \"%s\"".formatted(option, allowed, value));
      }
      return value;
    }

    private static Set<Part> parts(String names) {
      return Arrays.stream(names.split(",", -1))
          .map(Part::of)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }
  }
}
