package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database without room on its disk gives errors and loses nothing. */
class FullDiskPromise {
  private static final Duration LONG = Duration.ofMinutes(8);
  private static final TinyExperiment TRIAL = TinyExperiment.of(6, "200it");
  private static final int MOST_POSTS = 2000;

  private final Map<String, String> settings = new HashMap<>(Postgres.DURABLE);

  @Test
  void a_full_disk_gives_errors_and_loses_nothing() throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIAL);
    // What a write-ahead log may take is little, so that a full disk is soon felt.
    settings.putAll(Map.of("min_wal_size", "32MB", "max_wal_size", "48MB"));
    Path folder = Installation.folder("full-disk-data");
    try (SmallDisk disk = SmallDisk.mount(folder, "200m");
        Installation site = Installation.open("full-disk", disk.folder(), settings)) {
      Winnow worker = site.worker(Installation.HASTY).ready();
      String experiment = site.api().submit(TRIAL.named("full disk"));
      site.api().awaitRuns(experiment, 3, LONG);
      Map<String, String> before = site.checker().commits(experiment);
      disk.fill();
      Map<String, String> acknowledged = new HashMap<>();
      HttpResponse<String> refused = postUntilRefused(site.api(), acknowledged);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      assertThat(refused.body()).contains("out of reach, busy or full");
      Eventually.pause(Duration.ofSeconds(20));
      disk.empty();
      boolean died = !site.postgres().isUp();
      if (died) {
        site.postgres().kill();
        site.postgres().restart();
      }
      site.api().awaitEnd(experiment, LONG);
      assertThat(site.checker().commits(experiment)).containsAllEntriesOf(before);
      site.checker().isCompleteWith(experiment, expected);
      acknowledged.forEach(
          (name, path) ->
              assertThat(site.api().json(path).path("name").asString()).isEqualTo(name));
      assertThat(worker.isAlive() && site.apiProcess().isAlive()).isTrue();
      Measured.say(
          "full disk: %d experiments acknowledged until the first error (503), all there; PostgreSQL %s; hashes equal"
              .formatted(acknowledged.size(), died ? "ended and was started again" : "stayed up"));
    }
  }

  /** For a GPU that is not there, so that they only take room. */
  private static HttpResponse<String> postUntilRefused(Api api, Map<String, String> acknowledged)
      throws IOException {
    for (int number = 1; number <= MOST_POSTS; number++) {
      String name = "posted " + number;
      HttpResponse<String> answer =
          api.post(
              "/api/v1/experiments",
              TinyExperiment.of(1, "100it")
                  .trials(50)
                  .named(name)
                  .replaceFirst("\\{", "{\"pool\": \"gpu\", "));
      if (answer.statusCode() != 201) {
        return answer;
      }
      acknowledged.put(
          name, URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath());
    }
    throw new AssertionError("The disk did not fill up in " + MOST_POSTS + " posts");
  }
}
