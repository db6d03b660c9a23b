package dev.winnow.queue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this worker works on just now, and the watch over its leases. */
final class RunningWork {
  private static final Logger LOG = LoggerFactory.getLogger(RunningWork.class);

  private final JdbcClient jdbc;
  private final UUID worker;
  private final Duration slice;
  private final Duration fuse;
  private final Set<RunningSlice> slices = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private volatile boolean draining;
  private volatile long known = System.nanoTime();

  /**
   * @param slice how long work keeps its slot while other work waits
   * @param fuse how long work goes on while nobody knows whether its lease holds
   */
  RunningWork(JdbcClient jdbc, UUID worker, Duration slice, Duration fuse) {
    this.jdbc = jdbc;
    this.worker = worker;
    this.slice = slice;
    this.fuse = fuse;
  }

  RunningSlice begin(Claim claim) {
    RunningSlice running = new RunningSlice(claim, slice, () -> stopping || draining);
    // The database has just answered: it gave the claim.
    known = System.nanoTime();
    slices.add(running);
    return running;
  }

  void end(RunningSlice running) {
    slices.remove(running);
    running.end();
  }

  boolean isDoneHere(String workId, String pickedBy) {
    return pickedBy.equals(worker.toString())
        && slices.stream().anyMatch(running -> running.lease().workId().equals(workId));
  }

  int size() {
    return slices.size();
  }

  /** Revokes the slices whose leases are lost, and tells the others whether somebody waits. */
  void check() {
    long asked = System.nanoTime();
    List<RunningSlice> before = List.copyOf(slices);
    if (before.isEmpty()) {
      known = asked;
      return;
    }
    Set<Claim> wanted = wanted(before);
    before.forEach(running -> running.wanted(wanted.contains(running.claim())));
    Set<Lease> held = held();
    for (RunningSlice running : before) {
      if (!held.contains(running.lease()) && slices.contains(running) && !running.revoked()) {
        LOG.info("Work {} was taken away; stopping it", running.lease().workId());
        running.revoke();
      }
    }
    known = asked;
  }

  /**
   * Revokes everything once the database has not answered for too long: soon others may take the
   * work, and nobody could say so. Asks the database nothing.
   */
  void fence() {
    long silence = System.nanoTime() - known;
    if (silence < fuse.toNanos()) {
      return;
    }
    for (RunningSlice running : slices) {
      if (!running.revoked()) {
        LOG.warn(
            "The database has not answered for {} s; stopping work {} before others take it",
            silence / 1_000_000_000,
            running.lease().workId());
        running.revoke();
      }
    }
  }

  /** The work whose slot other work waits for. */
  private Set<Claim> wanted(List<RunningSlice> before) {
    Set<Claim> wanted = new HashSet<>();
    for (WorkerPool pool : WorkerPool.values()) {
      Set<String> works = wanted(pool);
      before.stream()
          .map(RunningSlice::claim)
          .filter(claim -> claim.pool() == pool && works.contains(claim.lease().workId()))
          .forEach(wanted::add);
    }
    return wanted;
  }

  private Set<String> wanted(WorkerPool pool) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT mine.task_instance FROM %1$s mine
                WHERE mine.picked AND mine.picked_by = ? AND EXISTS (
                  SELECT 1 FROM %1$s other
                  WHERE NOT other.picked AND other.execution_time <= clock_timestamp()
                    AND other.priority >= mine.priority)
                """
                    .formatted(pool.table()))
            .param(worker.toString())
            .query(String.class)
            .list());
  }

  private Set<Lease> held() {
    return new HashSet<>(
        jdbc.sql("SELECT work_id, epoch FROM lease WHERE worker = ?")
            .param(worker)
            .query((rs, n) -> new Lease(rs.getString(1), rs.getLong(2), worker))
            .list());
  }

  /** From now on every slice is over. */
  void stop() {
    stopping = true;
  }

  /** Whether every slice is over, until this is taken back. */
  void drain(boolean now) {
    draining = now;
  }

  boolean stopping() {
    return stopping;
  }

  void revokeAll() {
    slices.forEach(RunningSlice::revoke);
  }
}
