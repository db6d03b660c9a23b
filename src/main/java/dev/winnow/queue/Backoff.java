package dev.winnow.queue;

import java.time.Duration;

/** How long work waits after failed attempts: twice as long each time, up to five minutes. */
final class Backoff {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private Backoff() {}

  /**
   * @param failures attempts in a row that failed, at least 1
   */
  static Duration after(int failures) {
    Duration delay = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
  }
}
