package dev.winnow.queue;

import dev.winnow.database.EmbeddedDatabase;
import dev.winnow.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** Workers in a hurry on a database of their own. */
final class Cluster implements AutoCloseable {
  static {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  final TestDatabase database = TestDatabase.fresh();
  final WorkQueue queue = new JdbcWorkQueue(database.jdbc(), database.transactions(), event -> {});
  final Leases leases = new JdbcLeases(database.jdbc());
  final Workers workers = new JdbcWorkers(database.jdbc(), Duration.ofSeconds(30));
  private final List<WorkerProcess> started = new ArrayList<>();

  static QueueProperties slots(int slots) {
    return slots(slots, Duration.ofMinutes(1));
  }

  static QueueProperties slots(int slots, Duration slice) {
    return worker(slots, slice, Duration.ofSeconds(2));
  }

  static QueueProperties serving(WorkerPool pool) {
    return worker(List.of(pool), 1, Duration.ofMinutes(1), Duration.ofSeconds(2), 32);
  }

  /** A worker that admits so much work of each owner. */
  static QueueProperties admitting(int admitted, int slots) {
    return worker(slots, Duration.ofMinutes(1), Duration.ofSeconds(2), admitted);
  }

  /** A worker that the others give up after two seconds. */
  static QueueProperties mortal() {
    return worker(1, Duration.ofMinutes(1), Duration.ofMillis(500));
  }

  private static QueueProperties worker(int slots, Duration slice, Duration heartbeat) {
    return worker(slots, slice, heartbeat, 32);
  }

  private static QueueProperties worker(
      int slots, Duration slice, Duration heartbeat, int admitted) {
    return worker(List.of(WorkerPool.CPU), slots, slice, heartbeat, admitted);
  }

  private static QueueProperties worker(
      List<WorkerPool> pools, int slots, Duration slice, Duration heartbeat, int admitted) {
    return new QueueProperties(
        slots,
        pools,
        slice,
        Duration.ofMillis(50),
        Duration.ofMillis(50),
        heartbeat,
        4,
        Duration.ofMillis(500),
        admitted);
  }

  /** What another thread will tell, within a minute. */
  static <T> CompletableFuture<T> promise() {
    return new CompletableFuture<T>().orTimeout(1, TimeUnit.MINUTES);
  }

  WorkerProcess start(QueueProperties properties, WorkHandler handler) {
    return start(database.dataSource(), properties, handler, Optional.empty());
  }

  WorkerProcess start(
      DataSource data,
      QueueProperties properties,
      WorkHandler handler,
      Optional<EmbeddedDatabase> embedded) {
    WorkerProcess worker = new WorkerProcess(data, properties, handler, "test", embedded);
    started.add(worker);
    worker.start();
    return worker;
  }

  void enqueue(String... works) {
    for (String work : works) {
      queue.enqueue(WorkerPool.CPU, work, 50);
    }
  }

  /** Works of one owner, named after it: {@code a-1}. */
  void enqueueFor(String owner, int count, int priority) {
    for (int i = 1; i <= count; i++) {
      queue.enqueue(new Work(WorkerPool.CPU, owner + "-" + i, owner, priority, Optional.empty()));
    }
  }

  /** Rows in the CPU pool, waiting or held. */
  long rows() {
    return database.jdbc().sql("SELECT count(*) FROM queue_cpu").query(Long.class).single();
  }

  boolean fenceHolds(Lease lease) {
    return Boolean.TRUE.equals(
        database
            .transactions()
            .execute(
                status -> {
                  try {
                    leases.fence(lease);
                    return true;
                  } catch (LeaseLost e) {
                    return false;
                  }
                }));
  }

  @Override
  public void close() {
    started.forEach(WorkerProcess::stop);
    database.close();
  }
}
