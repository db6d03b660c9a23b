package dev.winnow.command.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code --only} chooses from. */
enum Part {
  STOCK,
  DENSE,
  AUTO,
  SPARSE,
  SGEMM,
  EVALUATION,
  PAIR,
  CONV,
  MEMORY;

  String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static Part of(String typed) {
    return Arrays.stream(values())
        .filter(part -> part.typed().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--only takes names out of %s, is \"%s\"".formatted(names(), typed)));
  }

  private static List<String> names() {
    return Arrays.stream(values()).map(Part::typed).toList();
  }
}
