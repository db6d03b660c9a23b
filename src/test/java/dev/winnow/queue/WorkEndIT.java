package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** What becomes of work when its slice has ended, well or not. */
class WorkEndIT {
  private final Cluster cluster = new Cluster();
  private final List<String> done = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void finished_work_is_done_once_and_leaves_the_queue() {
    cluster.enqueue("a", "b");
    cluster.start(Cluster.slots(2), (lease, slice) -> done.add(lease.workId()));
    await().until(() -> cluster.rows() == 0);
    assertThat(done).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void work_enqueued_again_while_it_runs_is_looked_at_once_more() {
    AtomicInteger slices = new AtomicInteger();
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          if (slices.incrementAndGet() == 1) {
            cluster.enqueue("a");
          }
          return true;
        });
    await().until(() -> cluster.rows() == 0);
    assertThat(slices).hasValue(2);
  }

  @Test
  void a_failed_attempt_is_counted_and_tried_again_later() {
    Map<Long, Integer> failures = new ConcurrentHashMap<>();
    cluster.enqueue("a");
    cluster.start(
        Cluster.slots(1),
        (lease, slice) -> {
          failures.put(lease.epoch(), slice.failures());
          if (lease.epoch() == 1) {
            throw new IllegalStateException("the first attempt fails in this test");
          }
          return lease.epoch() == 3;
        });
    await().until(() -> cluster.rows() == 0);
    // The second attempt ends well, which forgives the first.
    assertThat(failures).isEqualTo(Map.of(1L, 0, 2L, 1, 3L, 0));
  }

  @Test
  void only_a_fault_is_logged_with_where_it_happened() {
    List<RuntimeException> failures =
        List.of(
            new WorkRefused("Another is needed."),
            new DataAccessResourceFailureException("The database is down."),
            new IllegalStateException("A fault of this test."));
    Logger logger = (Logger) LoggerFactory.getLogger(WorkTask.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    try {
      cluster.enqueue("a", "b", "c");
      cluster.start(
          Cluster.slots(1),
          (lease, slice) -> {
            if (lease.epoch() == 1) {
              throw failures.get(lease.workId().charAt(0) - 'a');
            }
            return true;
          });
      await().until(() -> cluster.rows() == 0);
    } finally {
      logger.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(
            ILoggingEvent::getLevel,
            ILoggingEvent::getFormattedMessage,
            line -> line.getThrowableProxy() != null)
        .containsExactlyInAnyOrder(
            tuple(Level.WARN, "Work a is left to other workers: Another is needed.", false),
            tuple(
                Level.WARN,
                "Work b failed in attempt 1 for want of the database: " + failures.get(1),
                false),
            tuple(Level.ERROR, "Work c failed in attempt 1", true));
  }
}
