package dev.winnow.dataset;

/**
 * All images of a data set.
 *
 * @param checksum SHA-256 in hex over training pixels, training labels, test pixels, test labels;
 *     recorded with every result
 */
public record Images(Samples training, Samples test, String checksum) {
  /** With the checksum of what is given. */
  static Images of(Samples training, Samples test) {
    return new Images(training, test, Checksum.of(training, test));
  }
}
