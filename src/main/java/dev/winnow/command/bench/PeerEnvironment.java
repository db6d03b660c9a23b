package dev.winnow.command.bench;

import java.util.Map;

/** What a process in which PyTorch trains finds in its environment. */
final class PeerEnvironment {
  /** More than any array: memory that is given back is asked for again in each step. */
  private static final String KEPT_BYTES = "4294967296";

  private PeerEnvironment() {}

  /** One thread, and memory that is kept. */
  static void set(Map<String, String> environment) {
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.put("MKL_NUM_THREADS", "1");
    environment.put("MALLOC_MMAP_THRESHOLD_", KEPT_BYTES);
    environment.put("MALLOC_TRIM_THRESHOLD_", KEPT_BYTES);
    // The arenas of other threads than the first hold no large arrays.
    environment.put("MALLOC_ARENA_MAX", "1");
  }
}
