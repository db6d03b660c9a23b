package dev.winnow.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slice that a handler is working in. */
final class RunningSlice implements Slice {
  private static final Logger LOG = LoggerFactory.getLogger(RunningSlice.class);

  private final Claim claim;
  private final Thread worker = Thread.currentThread();
  private final long length;
  private final BooleanSupplier stopping;
  private final List<Runnable> actions = new ArrayList<>();
  private volatile boolean wanted;
  private boolean revoked;
  private boolean ended;
  private boolean asked;
  private long asking;

  RunningSlice(Claim claim, Duration length, BooleanSupplier stopping) {
    this.claim = claim;
    this.length = length.toNanos();
    this.stopping = stopping;
  }

  Lease lease() {
    return claim.lease();
  }

  @Override
  public boolean over() {
    boolean timeIsUp = timeIsUp();
    return (timeIsUp && wanted) || stopping.getAsBoolean() || revoked();
  }

  /** Counted from the first question on: a slice that is spent on preparing would lead nowhere. */
  private boolean timeIsUp() {
    synchronized (actions) {
      if (!asked) {
        asked = true;
        asking = System.nanoTime();
        return false;
      }
      return System.nanoTime() - asking >= length;
    }
  }

  /** Says whether other work waits for the slot. */
  void wanted(boolean now) {
    wanted = now;
  }

  Claim claim() {
    return claim;
  }

  @Override
  public int failures() {
    return claim.failures();
  }

  @Override
  public void onRevoked(Runnable action) {
    synchronized (actions) {
      if (!revoked) {
        actions.add(action);
        return;
      }
    }
    run(action);
  }

  void revoke() {
    List<Runnable> pending;
    synchronized (actions) {
      // Under the lock, so that it reaches the thread neither after an action nor after the end.
      if (actions.isEmpty() && !revoked && !ended) {
        worker.interrupt();
      }
      revoked = true;
      pending = List.copyOf(actions);
      actions.clear();
    }
    pending.forEach(this::run);
  }

  /**
   * The handler is done, and from now on nothing interrupts its thread. An interrupt that came
   * before was meant for the handler; with it set, no connection could be had.
   */
  void end() {
    synchronized (actions) {
      ended = true;
      actions.clear();
      Thread.interrupted();
    }
  }

  @Override
  public boolean revoked() {
    synchronized (actions) {
      return revoked;
    }
  }

  private void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.error("Work {} could not be stopped", lease().workId(), e);
    }
  }
}
