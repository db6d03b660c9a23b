package dev.winnow.web.experiment;

import dev.winnow.experiment.ExperimentEvent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Someone who follows an experiment. One delivery at a time: while one is on its way, perhaps to a
 * slow reader, the subscription is busy and its position stays.
 */
final class Subscription {
  private static final long NO_TIMEOUT = 0;
  private static final long RETRY_MILLIS = 2000;

  private final long experiment;
  private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Consumer<Subscription> onEnd;
  private volatile long position;

  /**
   * @param after the number of the last event that the reader has
   */
  Subscription(long experiment, long after, Consumer<Subscription> onEnd) {
    this.experiment = experiment;
    this.position = after;
    this.onEnd = onEnd;
    emitter.onCompletion(() -> onEnd.accept(this));
    emitter.onTimeout(emitter::complete);
    emitter.onError(error -> onEnd.accept(this));
  }

  long experiment() {
    return experiment;
  }

  long position() {
    return position;
  }

  SseEmitter emitter() {
    return emitter;
  }

  boolean isFree() {
    return !busy.get();
  }

  /** Claims this subscription for a delivery; false if one is on its way. */
  boolean claim() {
    return busy.compareAndSet(false, true);
  }

  /** Sends what the reader does not have yet; called after {@link #claim}. */
  void deliver(List<ExperimentEvent> events) {
    attempt(
        () -> {
          for (ExperimentEvent event : events) {
            if (event.number() > position) {
              emitter.send(
                  SseEmitter.event()
                      .id(Long.toString(event.number()))
                      .name(event.type())
                      .data(event, MediaType.APPLICATION_JSON));
              position = event.number();
            }
          }
        });
  }

  /** Shows both ends that the connection stands; called after {@link #claim}. */
  void beat() {
    attempt(() -> emitter.send(SseEmitter.event().comment("").reconnectTime(RETRY_MILLIS)));
  }

  void end() {
    emitter.complete();
  }

  @FunctionalInterface
  private interface Sending {
    void run() throws IOException;
  }

  private void attempt(Sending sending) {
    try {
      sending.run();
    } catch (IOException | IllegalStateException readerIsGone) {
      onEnd.accept(this);
    } finally {
      busy.set(false);
    }
  }
}
