package dev.winnow.command.bench;

/**
 * How long is measured.
 *
 * @param rounds how often each contender runs, in turn with the others
 * @param seconds how long each time, about
 */
record Pace(int rounds, double seconds) {
  static final Pace USUAL = new Pace(5, 1.5);
  static final Pace QUICK = new Pace(3, 0.5);

  Pace {
    if (rounds < 1 || rounds > 1000) {
      throw new IllegalArgumentException("--rounds must be from 1 to 1000, is " + rounds);
    }
    if (!(seconds > 0 && seconds <= 600)) {
      throw new IllegalArgumentException("--seconds must be above 0, at most 600, is " + seconds);
    }
  }
}
