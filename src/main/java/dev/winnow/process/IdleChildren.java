package dev.winnow.process;

import dev.winnow.engine.TrialSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Children that have nothing to do just now. They keep their loaded data and compiled code for a
 * trial like the last one, for a limited time.
 */
final class IdleChildren implements AutoCloseable {
  private record Waiting(OpenChild child, long since) {}

  private final Duration patience;
  private final List<Waiting> children = new ArrayList<>();
  private boolean closed;

  /**
   * @param patience how long a child may wait
   */
  IdleChildren(Duration patience) {
    this.patience = patience;
  }

  void put(OpenChild child) {
    synchronized (children) {
      if (!closed) {
        Waiting waiting = new Waiting(child, System.nanoTime());
        children.add(waiting);
        expireLater(waiting);
        return;
      }
    }
    child.process().close();
  }

  private void expireLater(Waiting waiting) {
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> remove(waiting::equals).ifPresent(child -> child.process().kill()));
  }

  /**
   * The child that last served this very setup, else one that differs in the seed alone. Where
   * there is none, the one that has waited longest is ended: a new one is about to take its memory.
   */
  Optional<OpenChild> take(TrialSetup setup) {
    Optional<OpenChild> found =
        remove(waiting -> waiting.child().setup().equals(setup))
            .or(() -> remove(waiting -> waiting.child().isLike(setup)));
    if (found.isEmpty()) {
      remove(waiting -> true).ifPresent(child -> child.process().close());
    }
    return found;
  }

  private Optional<OpenChild> remove(Predicate<Waiting> which) {
    synchronized (children) {
      Optional<Waiting> found = children.stream().filter(which).findFirst();
      found.ifPresent(children::remove);
      return found.map(Waiting::child);
    }
  }

  /** Ends all of them, and those that still come. */
  @Override
  public void close() {
    List<Waiting> last;
    synchronized (children) {
      closed = true;
      last = List.copyOf(children);
      children.clear();
    }
    last.forEach(waiting -> waiting.child().process().kill());
  }
}
