package dev.winnow.dataset;

/** A data set's files are missing, truncated or not what they should be. */
public final class DatasetUnavailable extends RuntimeException {
  public DatasetUnavailable(String message) {
    super(message);
  }

  public DatasetUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
