package dev.winnow.queue;

import java.util.List;

/** The processes that do the work. */
public interface Workers {
  /** Those that run or ended without saying so within the last day, in the order they started. */
  List<WorkerRecord> list();
}
