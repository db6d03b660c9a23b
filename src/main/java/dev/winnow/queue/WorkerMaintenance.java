package dev.winnow.queue;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker's small regular duties, none of which another's failure may stop. */
final class WorkerMaintenance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerMaintenance.class);
  // One for each duty, so that none that waits for the database or for a process holds up another.
  private static final int THREADS = 7;

  private final ScheduledExecutorService executor =
      Executors.newScheduledThreadPool(THREADS, WorkerMaintenance::thread);

  void every(Duration interval, Runnable chore) {
    long millis = interval.toMillis();
    var unused =
        executor.scheduleWithFixedDelay(safe(chore), millis, millis, TimeUnit.MILLISECONDS);
  }

  void after(Duration delay, Runnable chore) {
    var unused = executor.schedule(safe(chore), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Runnable safe(Runnable chore) {
    return () -> {
      try {
        chore.run();
      } catch (RuntimeException e) {
        LOG.warn("A regular duty of the worker failed: {}", e.toString());
      }
    };
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "winnow-worker-housekeeping");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
