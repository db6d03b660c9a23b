package dev.winnow.process;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends a training that says nothing for too long, or that takes too long. */
final class Watchdog implements AutoCloseable {
  private static final int LOOKS = 10;
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(Watchdog::thread);

  private final EngineSettings settings;
  private final Consumer<String> end;
  private final long begin;
  private final ScheduledFuture<?> looks;
  private volatile long heard = System.nanoTime();

  /**
   * @param begin when what is watched over began, in {@link System#nanoTime}
   * @param end is told why, and must not wait
   */
  @SuppressWarnings("this-escape") // Last of all, and the first look is later.
  Watchdog(EngineSettings settings, long begin, Consumer<String> end) {
    this.settings = settings;
    this.begin = begin;
    this.end = end;
    Duration shorter =
        settings.silenceLimit().compareTo(settings.runLimit()) < 0
            ? settings.silenceLimit()
            : settings.runLimit();
    long nanos = Math.max(1_000_000, shorter.toNanos() / LOOKS);
    looks = CLOCK.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  void heard() {
    heard = System.nanoTime();
  }

  private void look() {
    long now = System.nanoTime();
    if (now - heard > settings.silenceLimit().toNanos()) {
      end.accept(
          "The training gave no sign of life for %s (winnow.engine.silence-limit), as in an endless"
                  .formatted(settings.silenceLimit())
              + " loop; its process was killed");
    } else if (now - begin > settings.runLimit().toNanos()) {
      end.accept(
          "The training took longer than %s (winnow.engine.run-limit); its process was killed"
              .formatted(settings.runLimit()));
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "training-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    looks.cancel(false);
  }
}
