package dev.winnow.queue;

import java.util.Locale;

/** The kind of machine that work waits for; each pool is a queue of its own. */
public enum WorkerPool {
  CPU,
  GPU;

  /** As it is written in definitions, properties and metrics. */
  public String lowerCaseName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The table that holds this pool's work. */
  String table() {
    return "queue_" + lowerCaseName();
  }
}
