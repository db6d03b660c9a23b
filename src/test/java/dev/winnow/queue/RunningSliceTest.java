package dev.winnow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RunningSliceTest {
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final RunningSlice slice = slice(Duration.ofDays(1));
  private final List<String> events = new ArrayList<>();

  @Test
  void a_slice_is_over_once_the_worker_stops() {
    assertThat(slice.over()).isFalse();
    stopping.set(true);
    assertThat(slice.over()).isTrue();
  }

  @Test
  void a_slice_is_over_once_its_time_is_used_up_and_other_work_waits() {
    RunningSlice used = slice(Duration.ZERO);
    assertThat(used.over()).isFalse();
    assertThat(used.over()).isFalse();
    used.wanted(true);
    assertThat(used.over()).isTrue();
    slice.wanted(true);
    assertThat(slice.over()).isFalse();
  }

  @Test
  void the_time_of_a_slice_begins_with_its_work() {
    RunningSlice brief = slice(Duration.ZERO);
    brief.wanted(true);
    assertThat(brief.over()).isFalse();
    assertThat(brief.over()).isTrue();
  }

  @Test
  void a_revoked_slice_is_over_and_runs_each_action_once() {
    slice.onRevoked(() -> events.add("first"));
    slice.onRevoked(() -> events.add("second"));
    slice.revoke();
    slice.revoke();
    assertThat(slice.over()).isTrue();
    assertThat(events).containsExactly("first", "second");
  }

  @Test
  void a_slice_revoked_before_there_is_an_action_interrupts_its_thread_once() {
    slice.revoke();
    assertThat(Thread.interrupted()).isTrue();
    slice.revoke();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void an_action_that_comes_too_late_runs_at_once() {
    slice.revoke();
    assertThat(Thread.interrupted()).isTrue();
    slice.onRevoked(() -> events.add("late"));
    assertThat(events).containsExactly("late");
  }

  @Test
  void one_failing_action_does_not_keep_the_others_from_running() {
    slice.onRevoked(
        () -> {
          throw new IllegalStateException("this action fails in this test");
        });
    slice.onRevoked(() -> events.add("second"));
    slice.revoke();
    assertThat(events).containsExactly("second");
  }

  @Test
  void an_interrupt_that_came_before_the_end_is_gone_after_it() {
    slice.revoke();
    slice.end();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void no_interrupt_comes_after_the_end_however_close_the_two_are() throws Exception {
    ExecutorService watch = Executors.newSingleThreadExecutor();
    try {
      for (int round = 0; round < 20_000; round++) {
        RunningSlice brief = slice(Duration.ofDays(1));
        CountDownLatch ready = new CountDownLatch(1);
        Future<?> revoked =
            watch.submit(
                () -> {
                  ready.countDown();
                  brief.revoke();
                });
        while (ready.getCount() > 0) {
          Thread.onSpinWait();
        }
        for (int wait = 0; wait < round % 200; wait++) {
          Thread.onSpinWait();
        }
        brief.end();
        boolean early = Thread.interrupted();
        revoked.get();
        assertThat(early || Thread.interrupted()).as("round %d", round).isFalse();
        assertThat(brief.revoked()).isTrue();
      }
    } finally {
      watch.shutdownNow();
    }
  }

  @Test
  void no_interrupt_comes_once_there_is_an_action() throws Exception {
    ExecutorService watch = Executors.newSingleThreadExecutor();
    try {
      for (int round = 0; round < 20_000; round++) {
        RunningSlice brief = slice(Duration.ofDays(1));
        AtomicBoolean stopped = new AtomicBoolean();
        Future<?> revoked = watch.submit(brief::revoke);
        for (int wait = 0; wait < round % 200; wait++) {
          Thread.onSpinWait();
        }
        brief.onRevoked(() -> stopped.set(true));
        Thread.interrupted();
        while (!revoked.isDone()) {
          Thread.onSpinWait();
        }
        assertThat(Thread.interrupted()).as("round %d", round).isFalse();
        assertThat(stopped).isTrue();
      }
    } finally {
      watch.shutdownNow();
    }
  }

  private RunningSlice slice(Duration length) {
    Lease lease = new Lease("a", 1, new UUID(0, 1));
    OffsetDateTime due = OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    return new RunningSlice(new Claim(WorkerPool.CPU, lease, 1, due, 0), length, stopping::get);
  }
}
