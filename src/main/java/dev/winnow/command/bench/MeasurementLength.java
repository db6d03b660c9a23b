package dev.winnow.command.bench;

/**
 * How long is measured.
 *
 * @param rounds how often each contender runs, in turn with the others
 * @param seconds how long each time, about
 */
record MeasurementLength(int rounds, double seconds) {
  static final MeasurementLength USUAL = new MeasurementLength(5, 1.5);
  static final MeasurementLength QUICK = new MeasurementLength(3, 0.5);

  MeasurementLength {
    if (rounds < 1 || rounds > 1000) {
      throw new IllegalArgumentException("--rounds must be from 1 to 1000, is " + rounds);
    }
    if (!(seconds > 0 && seconds <= 600)) {
      throw new IllegalArgumentException("--seconds must be above 0, at most 600, is " + seconds);
    }
  }
}
