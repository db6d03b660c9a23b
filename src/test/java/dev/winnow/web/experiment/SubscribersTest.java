package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SubscribersTest {
  private static final int THREADS = 16;
  private static final int MOST = 5;

  private final Subscribers<Integer> readers = new Subscribers<>(MOST);

  @Test
  void a_reader_that_leaves_makes_one_place_however_often_it_says_so() {
    IntStream.range(0, MOST).forEach(readers::enter);
    assertThat(readers.enter(7)).isFalse();
    readers.leave(0);
    readers.leave(0);
    assertThat(readers.enter(7)).isTrue();
    assertThat(readers.enter(8)).isFalse();
    assertThat(readers.stream()).containsExactlyInAnyOrder(1, 2, 3, 4, 7);
  }

  @Test
  void a_reader_that_is_in_takes_no_second_place() {
    assertThat(readers.enter(0)).isTrue();
    assertThat(readers.enter(0)).isFalse();
    assertThat(IntStream.rangeClosed(1, MOST).filter(readers::enter)).hasSize(MOST - 1);
  }

  @RepeatedTest(200)
  void of_many_that_come_at_once_as_many_enter_as_there_are_places() throws Exception {
    CyclicBarrier together = new CyclicBarrier(THREADS);
    AtomicInteger names = new AtomicInteger();
    int entered =
        inThreads(
            () -> {
              int name = names.getAndIncrement();
              together.await();
              return readers.enter(name) ? 1 : 0;
            });
    assertThat(entered).isEqualTo(MOST);
    assertThat(readers.stream()).hasSize(MOST);
  }

  @Test
  void with_many_coming_and_going_there_are_never_too_many_and_no_place_is_lost() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger names = new AtomicInteger();
    int tooMany =
        inThreads(
            () -> {
              int name = names.getAndIncrement();
              int seen = 0;
              for (int visit = 0; visit < 20_000; visit++) {
                if (readers.enter(name)) {
                  seen += inside.incrementAndGet() > MOST ? 1 : 0;
                  inside.decrementAndGet();
                  readers.leave(name);
                }
              }
              return seen;
            });
    assertThat(tooMany).isZero();
    assertThat(readers.stream()).isEmpty();
    assertThat(IntStream.range(0, THREADS).filter(readers::enter)).hasSize(MOST);
  }

  private static int inThreads(Callable<Integer> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Integer>> results =
          IntStream.range(0, THREADS).mapToObj(i -> threads.submit(task)).toList();
      int sum = 0;
      for (Future<Integer> result : results) {
        sum += result.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }
}
