package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that is down for a minute needs no operator. */
class DatabaseOutagePromise {
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(8);
  private static final TinyExperiment TRIALS = TinyExperiment.of(6, "200it").trials(2);

  @Test
  void after_a_minute_without_database_everything_goes_on_by_itself() throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIALS);
    try (Installation site = Installation.open("outage")) {
      List<Winnow> workers =
          List.of(
              site.worker("--winnow.worker.slots=1").ready(),
              site.worker("--winnow.worker.slots=1").ready());
      String experiment = site.api().submit(TRIALS.named("outage"));
      site.api().awaitRuns(experiment, 4, LONG);
      Map<String, String> before = site.checker().commits(experiment);
      site.postgres().kill();
      HttpResponse<String> refused = site.api().post("/api/v1/experiments", TRIALS.named("late"));
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      Eventually.pause(OUTAGE);
      site.postgres().restart();
      Duration api =
          Eventually.holds("the API answers", LONG, () -> site.api().answers(experiment));
      assertThat(site.checker().commits(experiment)).containsAllEntriesOf(before);
      Duration runs =
          Eventually.holds(
              "a run is committed",
              LONG,
              () -> site.checker().commits(experiment).size() > before.size());
      site.api().awaitEnd(experiment, LONG);
      site.checker().isCompleteWith(experiment, expected);
      assertThat(site.apiProcess().isAlive()).isTrue();
      assertThat(workers).allMatch(Winnow::isAlive);
      Measured.say(
          "outage of %s: the API answered %s after its end, the next run was committed %s later; hashes equal"
              .formatted(Measured.seconds(OUTAGE), Measured.seconds(api), Measured.seconds(runs)));
    }
  }
}
