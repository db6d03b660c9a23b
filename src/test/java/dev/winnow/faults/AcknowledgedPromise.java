package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An experiment that was acknowledged survives the death of the API and of PostgreSQL. */
class AcknowledgedPromise {
  private static final int POSTS = 300;
  private static final int KILLS = Integer.getInteger("winnow.faults.outages", 10);

  private final RandomGenerator moments = Seed.moments("acknowledged");

  @Test
  void acknowledged_experiments_survive_kills_of_api_and_postgres() throws Exception {
    try (Installation site = Installation.open("acknowledged", Postgres.DURABLE)) {
      Submissions submissions = new Submissions(site.apiProcess().port(), POSTS);
      for (int kill = 1; kill <= KILLS; kill++) {
        killOnce(site, submissions, kill);
        assertThat(lost(site, submissions)).as("acknowledged and lost").isEmpty();
      }
      submissions.awaitAll();
      assertThat(lost(site, submissions)).as("acknowledged and lost").isEmpty();
      assertThat(names(site)).hasSize(POSTS).allSatisfy((name, ids) -> assertThat(ids).hasSize(1));
      Measured.say(
          "acknowledged: %d posts, %d of them repeated, %d kills of API and PostgreSQL; all there, none twice"
              .formatted(POSTS, submissions.repeated(), KILLS));
    }
  }

  /** The same with a PostgreSQL that acknowledges before it has written: the proof can fail. */
  @Test
  void without_durable_commits_acknowledged_experiments_are_lost() throws Exception {
    Map<String, String> settings =
        Map.of("fsync", "on", "synchronous_commit", "off", "wal_writer_delay", "10s");
    try (Installation site = Installation.open("acknowledged-not-durable", settings)) {
      Submissions submissions = new Submissions(site.apiProcess().port(), POSTS);
      int lost = 0;
      int kills = 0;
      while (kills < KILLS && lost == 0) {
        killOnce(site, submissions, ++kills);
        lost = lost(site, submissions).size();
      }
      submissions.stop();
      assertThat(lost).as("acknowledged and lost").isPositive();
      Measured.say(
          "acknowledged, negative control: %d experiments lost at kill %d".formatted(lost, kills));
    }
  }

  private void killOnce(Installation site, Submissions submissions, int kill) throws Exception {
    submissions.awaitAcknowledged((POSTS - 20) * kill / (KILLS + 1) + moments.nextInt(10));
    Eventually.pause(Duration.ofMillis(moments.nextInt(100)));
    if (moments.nextBoolean()) {
      site.apiProcess().kill();
      site.postgres().kill();
    } else {
      site.postgres().kill();
      site.apiProcess().kill();
    }
    site.postgres().restart();
    site.restartApi();
  }

  /** The acknowledged names that are not there, or not under the path that was answered. */
  private static List<String> lost(Installation site, Submissions submissions) {
    Map<String, List<Long>> names = names(site);
    return submissions.acknowledged().entrySet().stream()
        .filter(
            answer ->
                !names
                    .getOrDefault(answer.getKey(), List.of())
                    .contains(Checker.id(answer.getValue())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, List<Long>> names(Installation site) {
    Map<String, List<Long>> names = new HashMap<>();
    site.jdbc()
        .sql(
            "SELECT name, id FROM experiment e WHERE EXISTS (SELECT 1 FROM queue_cpu q JOIN trial t"
                + " ON q.task_instance = 'trial-' || t.id WHERE t.experiment_id = e.id)")
        .query(
            row -> {
              names.merge(
                  row.getString(1),
                  List.of(row.getLong(2)),
                  (one, more) -> Stream.concat(one.stream(), more.stream()).toList());
            });
    return names;
  }
}
