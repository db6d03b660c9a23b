package dev.winnow.command.bench;

import java.util.Optional;

/**
 * PyTorch with one kind of kernels.
 *
 * @param runner where it trains
 * @param start starts another one
 */
record Peer(Runner runner, Start start) {
  /** The task that every peer has besides those named as {@link BenchNetwork}s are. */
  static final String LENET = "lenet";

  private static final String NAME = "pytorch";

  private static final double ONE_STEP = 1e-9;

  /** The name of its line for a task. */
  String entry(String task) {
    return "%s/%s/%s/%s".formatted(NAME, version(), core(), task);
  }

  /** The same task on the fastest of its code paths alone, as {@link #fastestPath} names it. */
  static String onPath(String task, String path) {
    return task + "/" + path;
  }

  /** The code path that its process takes for a task. */
  String fastestPath(String task) {
    return runner.run(task, ONE_STEP).path();
  }

  /** Whether a line is that of any peer for a task. */
  static boolean does(Entry entry, String task) {
    return isPeer(entry) && entry.task().equals(Optional.of(task));
  }

  static boolean isPeer(Entry entry) {
    return entry.name().startsWith(NAME + "/");
  }

  String label() {
    return "PyTorch %s, %s".formatted(version(), core());
  }

  private String version() {
    return runner.about("version");
  }

  /** The name of the kernels that its library multiplies by. */
  private String core() {
    return runner.about("core");
  }
}
