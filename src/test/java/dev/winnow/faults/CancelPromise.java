package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cancelling stops the work within five seconds, whatever the training does. */
class CancelPromise {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final TinyExperiment ENDLESS = TinyExperiment.of(1, "900000it");

  /** When the work is cancelled. */
  private enum Moment {
    TRAINING,
    /** While its process reacts to nothing. */
    STOPPED,
    /** While its process has not said yet that it is ready, and never will. */
    STARTING
  }

  @Test
  void cancelling_stops_the_work_within_five_seconds() throws Exception {
    try (Installation site = Installation.open("cancel")) {
      Winnow worker = site.worker("--winnow.worker.slots=1").ready();
      List<Duration> times =
          List.of(
              cancel(site, worker, "in Java", ENDLESS, Moment.TRAINING),
              cancel(site, worker, "in native code", ENDLESS.path("dl4j"), Moment.TRAINING),
              cancel(site, worker, "of a stopped process", ENDLESS, Moment.STOPPED),
              cancel(site, worker, "of an unready process", ENDLESS, Moment.STARTING));
      assertThat(times).allMatch(time -> time.compareTo(LIMIT) <= 0);
    }
  }

  /** Returns how long it took until the process was gone and the worker free. */
  private static Duration cancel(
      Installation site, Winnow worker, String what, TinyExperiment endless, Moment moment)
      throws Exception {
    String experiment = site.api().submit(endless.named(what));
    if (moment == Moment.STARTING) {
      Eventually.holds("its process is there", LONG, () -> !worker.trainings().isEmpty());
    } else {
      Eventually.holds("it trains", LONG, () -> trains(site.api().json(experiment)));
    }
    List<ProcessHandle> trainings = worker.trainings();
    assertThat(trainings).isNotEmpty();
    if (moment != Moment.TRAINING) {
      trainings.forEach(training -> Signal.STOP.send(training.pid()));
    }
    assertThat(trains(site.api().json(experiment))).isEqualTo(moment != Moment.STARTING);
    long start = System.nanoTime();
    assertThat(site.api().post(experiment + "/cancel", "").statusCode()).isEqualTo(200);
    Eventually.holds(
        "its process is gone", LONG, () -> trainings.stream().noneMatch(ProcessHandle::isAlive));
    Duration gone = Duration.ofNanos(System.nanoTime() - start);
    Eventually.holds("the worker has no work", LONG, () -> isIdle(site.api()));
    Duration idle = Duration.ofNanos(System.nanoTime() - start);
    Measured.say(
        "cancelled %s: its process ended after %s, the worker was free after %s"
            .formatted(what, Measured.seconds(gone), Measured.seconds(idle)));
    assertThat(site.api().state(experiment)).isEqualTo("CANCELLED");
    return idle;
  }

  private static boolean trains(JsonNode experiment) {
    JsonNode current = experiment.path("trialList").get(0).path("current");
    return current.path("iteration").asInt() > 0;
  }

  private static boolean isIdle(Api api) {
    for (JsonNode worker : api.json("/api/v1/workers")) {
      if (!worker.path("work").isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
