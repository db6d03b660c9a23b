package dev.winnow.queue;

import java.util.Optional;

/**
 * Work for a worker.
 *
 * @param id what the handler recognises it by
 * @param owner whose work it is: owners of equal priority take turns
 * @param priority from 0 to 100; higher goes first
 * @param signature the numeric signature that it must go on with; empty if any will do
 */
public record Work(
    WorkerPool pool, String id, String owner, int priority, Optional<String> signature) {
  public Work {
    if (priority < 0 || priority > 100) {
      throw new IllegalArgumentException("priority must be from 0 to 100, is " + priority);
    }
  }
}
