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
  private final long started = System.nanoTime();
  private final long length;
  private final BooleanSupplier stopping;
  private final List<Runnable> actions = new ArrayList<>();
  private volatile boolean wanted;
  private boolean revoked;

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
    boolean itsTurnIsOver = wanted && System.nanoTime() - started >= length;
    return itsTurnIsOver || stopping.getAsBoolean() || revoked();
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
      revoked = true;
      pending = List.copyOf(actions);
      actions.clear();
    }
    pending.forEach(this::run);
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
