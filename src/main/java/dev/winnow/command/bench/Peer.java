package dev.winnow.command.bench;

import java.util.Optional;

/** A process in which PyTorch trains. */
record Peer(Runner runner) {
  /** The task that every peer has besides those named as {@link BenchNetwork}s are. */
  static final String LENET = "lenet";

  private static final String NAME = "pytorch";

  /** The name of its line for a task. */
  String entry(String task) {
    return "%s/%s/%s".formatted(NAME, core(), task);
  }

  /** Whether a line is that of any peer for a task. */
  static boolean does(Entry entry, String task) {
    return isPeer(entry) && entry.task().equals(Optional.of(task));
  }

  static boolean isPeer(Entry entry) {
    return entry.name().startsWith(NAME + "/");
  }

  String label() {
    return "PyTorch %s, %s".formatted(runner.about("version"), core());
  }

  /** The name of the kernels that its library multiplies by. */
  String core() {
    return runner.about("core");
  }
}
