package dev.winnow.queue;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** Builds the schedulers of a worker's pools. */
record PoolScheduler(UUID worker, QueueProperties properties, DataSource data, Clock clock) {
  private static final Duration NEVER = Duration.ofDays(36_500);

  Scheduler of(WorkerPool pool, Task<Void> task) {
    return Scheduler.create(data, task)
        .schedulerName(new SchedulerName.Fixed(worker.toString()))
        .tableName(pool.table())
        .serializer(new NoTaskData())
        .clock(clock)
        .jdbcCustomization(new FairScheduling(pool, worker, properties.admitted()))
        .threads(properties.slots(pool))
        .pollUsingLockAndFetch(0.5, 1.0)
        .enablePriority()
        .pollingInterval(properties.poll())
        .heartbeatInterval(properties.heartbeat())
        .missedHeartbeatsLimit(properties.missedHeartbeats())
        .deleteUnresolvedAfter(NEVER)
        .shutdownMaxWait(properties.grace())
        .build();
  }
}
