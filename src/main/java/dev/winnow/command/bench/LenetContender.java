package dev.winnow.command.bench;

import dev.winnow.dataset.Normalisation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A piece of LeNet's training: {@code auto/9/mean-std}.
 *
 * @param kind what is done: {@code auto}, {@code evaluation}
 * @param round of the paper, which decides how many weights are kept
 * @param normalisation how it reads pixels, on which the speed of the first layer depends
 */
record LenetContender(String kind, int round, Normalisation normalisation) {
  private static final String BETWEEN = "/";

  /** The same under each normalisation. */
  static List<LenetContender> each(String kind, int round) {
    return Arrays.stream(Normalisation.values())
        .map(normalisation -> new LenetContender(kind, round, normalisation))
        .toList();
  }

  /** The one whose pixels are never 0. */
  static LenetContender usual(String kind, int round) {
    return new LenetContender(kind, round, Normalisation.MEAN_STD);
  }

  /**
   * @throws IllegalArgumentException if it is not a name
   */
  static LenetContender of(String name) {
    String[] words = name.split(BETWEEN, -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("There is no contender \"" + name + "\"");
    }
    return new LenetContender(
        words[0],
        Integer.parseInt(words[1]),
        Normalisation.valueOf(words[2].replace('-', '_').toUpperCase(Locale.ROOT)));
  }

  String name() {
    return String.join(BETWEEN, kind, String.valueOf(round), typed());
  }

  String label(String what) {
    return what + ", " + typed();
  }

  private String typed() {
    return normalisation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
