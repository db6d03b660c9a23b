package dev.winnow.experiment;

/** How the queue knows a trial. */
final class WorkIds {
  private static final String PREFIX = "trial-";

  private WorkIds() {}

  static String of(long trial) {
    return PREFIX + trial;
  }

  static boolean isTrial(String workId) {
    return workId.startsWith(PREFIX);
  }

  /**
   * @throws IllegalArgumentException if the work is no trial
   */
  static long trial(String workId) {
    if (!workId.startsWith(PREFIX)) {
      throw new IllegalArgumentException(workId + " is no trial");
    }
    return Long.parseLong(workId.substring(PREFIX.length()));
  }
}
