package dev.winnow.dataset;

import dev.winnow.catalog.Named;

/**
 * A set of labelled images. It describes itself without touching files; only {@link #source} and
 * {@link #read} touch them.
 */
public interface Dataset extends Named {
  Shape shape();

  int classes();

  int trainingExamples();

  int testExamples();

  /**
   * Mean of the training pixels of one channel on the scale 0–1, the published figure where there
   * is one.
   */
  double mean(int channel);

  /** Standard deviation of the training pixels of one channel on the scale 0–1. */
  double standardDeviation(int channel);

  /**
   * Identifies what {@link #read} would give now: another content, another source. Fetches files
   * that are missing.
   *
   * @return one line
   * @throws DatasetUnavailable if a file is missing and cannot be fetched; the message names the
   *     file and what was tried
   */
  String source();

  /**
   * Reads or makes all images. Fetches files that are missing.
   *
   * @throws DatasetUnavailable if a file is missing, truncated or not what it should be; the
   *     message names the file, what was expected and what was found
   */
  Images read();
}
