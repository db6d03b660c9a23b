package dev.winnow.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.winnow.database.EmbeddedDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This process as a worker, from the moment the application is ready. At shutdown it is the first
 * to stop: slices are over at once, what still runs after the grace is revoked, and whatever is
 * held then goes back to the queue.
 */
final class WorkerProcess implements SmartLifecycle {
  private final UUID id = UUID.randomUUID();
  private final DataSource data;
  private final JdbcClient jdbc;
  private final QueueProperties properties;
  private final WorkHandler handler;
  private final String version;
  private final boolean ownsDatabase;
  private final WorkReturner returns;
  private final Registration registration;
  private final RunningWork running;

  private final WorkerMaintenance housekeeping = new WorkerMaintenance();
  private List<Scheduler> schedulers = List.of();
  private volatile boolean started;

  /**
   * @param data the worker's own connections, which no transaction of the application uses
   */
  WorkerProcess(
      DataSource data,
      QueueProperties properties,
      WorkHandler handler,
      String version,
      Optional<EmbeddedDatabase> embedded) {
    this.data = data;
    this.jdbc = JdbcClient.create(data);
    this.properties = properties;
    this.handler = handler;
    this.version = version;
    this.ownsDatabase = embedded.isPresent();
    this.returns = new WorkReturner(jdbc, transactions());
    this.registration = new Registration(jdbc, id);
    this.running = new RunningWork(jdbc, id, properties.slice(), properties.fuse());
  }

  private TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(data));
  }

  UUID id() {
    return id;
  }

  int runningWork() {
    return running.size();
  }

  @EventListener(ApplicationReadyEvent.class)
  void applicationIsReady() {
    start();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void workWaits(WorkWaits event) {
    if (started) {
      schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
    }
  }

  @Override
  public void start() {
    if (started) {
      return;
    }
    if (ownsDatabase) {
      returns.handBackAll();
    }
    registration.register(properties, handler.device(), version);
    DatabaseClock clock = new DatabaseClock(jdbc);
    WorkTask task = new WorkTask(new Claims(jdbc, transactions(), id), returns, running, handler);
    PoolScheduler built = new PoolScheduler(id, properties, data, clock);
    schedulers =
        properties.pools().stream().map(pool -> built.of(pool, task.forPool(pool))).toList();
    housekeeping.every(properties.watch(), running::check);
    housekeeping.every(properties.watch(), running::fence);
    housekeeping.every(properties.watch(), new Drain(jdbc, id, running)::look);
    housekeeping.every(properties.watch(), task::settleLeftovers);
    housekeeping.every(properties.heartbeat(), registration::heartbeat);
    housekeeping.every(properties.heartbeat(), clock::synchronise);
    schedulers.forEach(Scheduler::start);
    started = true;
  }

  @Override
  public void stop() {
    if (!started) {
      return;
    }
    started = false;
    running.stop();
    housekeeping.after(properties.grace(), running::revokeAll);
    CompletableFuture.allOf(
            schedulers.stream()
                .map(scheduler -> CompletableFuture.runAsync(scheduler::stop, this::inOwnThread))
                .toArray(CompletableFuture[]::new))
        .join();
    housekeeping.close();
    returns.handBackAllOf(id);
    registration.stopped();
  }

  private void inOwnThread(Runnable stop) {
    new Thread(stop, "winnow-worker-stop").start();
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  /** No: it waits for {@link ApplicationReadyEvent}. */
  @Override
  public boolean isAutoStartup() {
    return false;
  }

  /** No: work goes on whether or not somebody looks. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
