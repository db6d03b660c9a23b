package dev.winnow.execution;

import dev.winnow.database.TransientFailure;
import dev.winnow.queue.Slice;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Repeats what the database cannot do for the moment, for as long as the lease may hold. */
final class OutageRetry {
  private static final Logger log = LoggerFactory.getLogger(OutageRetry.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Slice slice;

  OutageRetry(Slice slice) {
    this.slice = slice;
  }

  /**
   * @param work is safe to be done again when nobody knows whether it was done
   */
  void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * @param reading is safe to be done again
   */
  <T> T get(Supplier<T> reading) {
    while (true) {
      try {
        return reading.get();
      } catch (DataAccessException | TransactionException e) {
        if (!TransientFailure.is(e) || slice.revoked()) {
          throw e;
        }
        log.warn("The database does not answer, trying again: {}", e.toString());
        pause(e);
      }
    }
  }

  private static void pause(RuntimeException cause) {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }
}
