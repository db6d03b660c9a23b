package dev.winnow.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Waiting for what must come to pass. */
final class Eventually {
  private static final long STEP_MILLIS = 50;

  private Eventually() {}

  /** Returns after how long it was so. */
  static Duration holds(String what, Duration limit, BooleanSupplier condition) {
    long start = System.nanoTime();
    get(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    return Duration.ofNanos(System.nanoTime() - start);
  }

  static <T> T get(String what, Duration limit, Callable<Optional<T>> question) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        Optional<T> answer = question.call();
        if (answer.isPresent()) {
          return answer.get();
        }
      } catch (Exception e) {
        throw new AssertionError("Cannot tell: " + what, e);
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not within " + limit + ": " + what);
      }
      pause(Duration.ofMillis(STEP_MILLIS));
    }
  }

  static void pause(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
