package dev.winnow.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that submits one experiment after the other and repeats each until it is answered. */
final class Submissions {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final Api api;
  private final int count;
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private volatile boolean stopped;

  /** Begins at once. */
  Submissions(int port, int count) {
    this.api = new Api(port);
    this.count = count;
    Thread thread = new Thread(this::submitAll, "submissions");
    thread.setDaemon(true);
    thread.start();
  }

  /** The paths that were answered, by the name of the experiment. */
  Map<String, String> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  int repeated() {
    return repeated.get();
  }

  void awaitAcknowledged(int number) {
    Eventually.holds(number + " acknowledged", LONG, () -> acknowledged.size() >= number);
  }

  void awaitAll() {
    awaitAcknowledged(count);
  }

  void stop() {
    stopped = true;
  }

  private void submitAll() {
    for (int number = 1; number <= count && !stopped; number++) {
      String name = "posted " + number;
      boolean first = true;
      while (!submit(name) && !stopped) {
        if (first) {
          repeated.incrementAndGet();
        }
        first = false;
        Eventually.pause(BETWEEN);
      }
      Eventually.pause(BETWEEN);
    }
  }

  private boolean submit(String name) {
    try {
      HttpResponse<String> answer =
          api.post(
              "/api/v1/experiments",
              TinyExperiment.of(1, "100it").named(name),
              "Idempotency-Key",
              name.replace(' ', '-'));
      if (answer.statusCode() != 201) {
        return false;
      }
      acknowledged.put(
          name, URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
