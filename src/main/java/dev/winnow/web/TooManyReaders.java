package dev.winnow.web;

/** As many follow experiments as one server has room for. */
public final class TooManyReaders extends RuntimeException {
  /**
   * @param most how many may follow at a time
   */
  public TooManyReaders(int most) {
    super("There is room for " + most + " event streams and all are taken; try again later.");
  }
}
