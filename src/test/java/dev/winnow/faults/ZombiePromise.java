package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each run happens exactly once; a worker that was thought dead and comes back changes nothing. */
class ZombiePromise {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final TinyExperiment TRIAL = TinyExperiment.of(6, "200it");

  /** A worker and its cable to PostgreSQL. */
  private record Seat(Winnow worker, Proxy cable) {}

  @Test
  void a_worker_stopped_for_three_leases_comes_back_and_changes_nothing() throws Exception {
    absent(
        "stopped",
        Installation.LEASE.multipliedBy(3),
        seat -> seat.worker().send(Signal.STOP),
        seat -> seat.worker().send(Signal.CONT));
  }

  @Test
  void what_a_worker_sent_two_leases_ago_arrives_too_late() throws Exception {
    absent(
        "held",
        Installation.LEASE.multipliedBy(2),
        seat -> seat.cable().hold(),
        seat -> seat.cable().pass());
  }

  @Test
  void a_worker_whose_words_vanished_for_two_leases_changes_nothing() throws Exception {
    absent(
        "swallowed",
        Installation.LEASE.multipliedBy(2),
        seat -> seat.cable().swallow(),
        seat -> seat.cable().pass());
  }

  /** The worker that has the trial is away from the middle of a run on, for this time. */
  private static void absent(
      String name, Duration time, Consumer<Seat> leave, Consumer<Seat> comeBack) throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIAL);
    List<Seat> seats = new ArrayList<>();
    try (Installation site = Installation.open(name)) {
      for (int i = 0; i < 2; i++) {
        seats.add(seat(site));
      }
      seats.forEach(seat -> seat.worker().ready());
      String experiment = site.api().submit(TRIAL.named(name));
      site.api().awaitRuns(experiment, 2, LONG);
      Winnow holder = site.awaitHolder(experiment, LONG);
      int first = holder.pid() == seats.get(0).worker().pid() ? 0 : 1;
      Seat zombie = seats.get(first);
      Seat heir = seats.get(1 - first);
      leave.accept(zombie);
      Eventually.pause(time);
      int runs = site.api().runsDone(experiment);
      comeBack.accept(zombie);
      site.api().awaitEnd(experiment, LONG);
      site.checker().isCompleteWith(experiment, expected);
      assertThat(hands(site)).as("workers that had the trial").isGreaterThan(1);

      assertThat(zombie.worker().isAlive()).isTrue();
      heir.worker().kill();
      String next = site.api().submit(TRIAL.named("after"));
      site.api().awaitEnd(next, LONG);
      site.checker().isCompleteWith(next, expected);
      Measured.say(
          "zombie, %s for %s: %d of %d runs done when it came back, all once, hashes equal; then it worked again"
              .formatted(name, Measured.seconds(time), runs, expected.size()));
    } finally {
      for (Seat seat : seats) {
        seat.cable().close();
      }
    }
  }

  private static Seat seat(Installation site) throws IOException {
    Proxy cable = Proxy.to(site.postgres().port());
    return new Seat(site.workerBehind(cable, Installation.HASTY), cable);
  }

  private static long hands(Installation site) {
    return site.leases().entries().stream()
        .map(LeaseLog.Entry::worker)
        .filter(worker -> !worker.isEmpty())
        .distinct()
        .count();
  }
}
