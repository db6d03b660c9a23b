package dev.winnow.lottery;

/**
 * A training between two of its iterations: from here it goes on as if it had never stopped, to the
 * bit. Only the engine that made it can read it.
 */
public final class Checkpoint {
  private final int iteration;
  private final byte[] bytes;

  /**
   * @param iteration iterations done, at least 1
   */
  public Checkpoint(int iteration, byte[] bytes) {
    if (iteration < 1) {
      throw new IllegalArgumentException("iteration must be at least 1, is " + iteration);
    }
    this.iteration = iteration;
    this.bytes = bytes.clone();
  }

  public int iteration() {
    return iteration;
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
