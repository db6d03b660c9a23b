package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reads what the API and the database say of an experiment, and nothing else. */
final class Checker {
  private static final Duration SETTLING = Duration.ofSeconds(30);
  private static final String OF_EXPERIMENT =
      "FROM run r JOIN trial t ON t.id = r.trial_id WHERE t.experiment_id = ? ";

  private final JdbcClient jdbc;
  private final Api api;

  Checker(JdbcClient jdbc, Api api) {
    this.jdbc = jdbc;
    this.api = api;
  }

  static long id(String experiment) {
    return Long.parseLong(experiment.substring(experiment.lastIndexOf('/') + 1));
  }

  /** The trial's number in a run's name, see {@link #hashes}. */
  static int trial(String run) {
    return Integer.parseInt(run.substring(0, run.indexOf('/')));
  }

  /** For each run (trial, round, arm, replicate) the hashes of its mask and final weights. */
  Map<String, String> hashes(String experiment) {
    return runs(experiment, "r.mask_sha256 || ' ' || r.weights_sha256");
  }

  /** For each run the row that holds it and the moment it was committed. */
  Map<String, String> commits(String experiment) {
    return runs(experiment, "r.id || ' ' || r.finished_at");
  }

  private Map<String, String> runs(String experiment, String what) {
    Map<String, String> runs = new TreeMap<>();
    jdbc.sql(
            "SELECT concat_ws('/', t.number, r.round, r.arm, r.replicate), "
                + what
                + " "
                + OF_EXPERIMENT)
        .param(id(experiment))
        .query(
            row -> {
              String twin = runs.put(row.getString(1), row.getString(2));
              assertThat(twin).as("a second row of the run " + row.getString(1)).isNull();
            });
    return runs;
  }

  /** The experiment is complete, each run is there once with these hashes, and nothing is over. */
  void isCompleteWith(String experiment, Map<String, String> hashes) {
    JsonNode detail = api.json(experiment);
    assertThat(detail.path("state").asString()).as(detail.toString()).isEqualTo("COMPLETED");
    assertThat(detail.path("progress").path("runsDone").asInt()).isEqualTo(hashes.size());
    assertThat(hashes(experiment)).isEqualTo(hashes);
    assertThat(apiHashes(experiment, detail)).isEqualTo(hashes);
    assertEvents(experiment, hashes.size());
    awaitNothingLeft(experiment);
    assertCountsAndCurves(experiment);
    assertArtifactsWhole(experiment);
  }

  private Map<String, String> apiHashes(String experiment, JsonNode detail) {
    Map<String, String> hashes = new TreeMap<>();
    int rounds = detail.path("definition").path("pruning").path("rounds").asInt();
    for (int trial = 1; trial <= detail.path("trialList").size(); trial++) {
      for (int round = 0; round <= rounds; round++) {
        String path = experiment + "/trials/" + trial + "/rounds/" + round;
        for (JsonNode run : api.json(path).path("runs")) {
          hashes.put(
              "%d/%d/%s/%d"
                  .formatted(
                      trial, round, run.path("arm").asString(), run.path("replicate").asInt()),
              run.path("maskSha256").asString() + " " + run.path("weightsSha256").asString());
        }
      }
    }
    return hashes;
  }

  /** Numbered without a gap, and one for each run. */
  private void assertEvents(String experiment, int runs) {
    List<Long> numbers =
        jdbc.sql("SELECT number FROM event WHERE experiment_id = ? ORDER BY number")
            .param(id(experiment))
            .query(Long.class)
            .list();
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).as("event numbers").isEqualTo(i + 1L);
    }
    long ofRuns =
        count(
            "SELECT count(DISTINCT (trial, round, arm, replicate)) FROM event WHERE type = 'run'"
                + " AND experiment_id = ?",
            experiment);
    assertThat(ofRuns).isEqualTo(runs);
    assertThat(
            count(
                "SELECT count(*) FROM event WHERE type = 'run' AND experiment_id = ?", experiment))
        .isEqualTo(runs);
  }

  /** The worker settles the queue row and its lease just after the trial's end is committed. */
  private void awaitNothingLeft(String experiment) {
    String works = " IN (SELECT 'trial-' || id FROM trial WHERE experiment_id = ?)";
    Eventually.holds(
        "no queue row is left of " + experiment,
        SETTLING,
        () -> count("SELECT count(*) FROM queue_cpu WHERE task_instance" + works, experiment) == 0);
    Eventually.holds(
        "no lease is left of " + experiment,
        SETTLING,
        () ->
            count(
                    "SELECT count(*) FROM lease WHERE worker IS NOT NULL AND work_id" + works,
                    experiment)
                == 0);
  }

  private void assertCountsAndCurves(String experiment) {
    assertThat(
            count(
                "SELECT count(*) FROM trial WHERE runs_done <> runs_total AND experiment_id = ?",
                experiment))
        .as("trials with a wrong count")
        .isZero();
    assertThat(
            count(
                """
                SELECT count(*) - count(c.run_id) FROM run r JOIN trial t ON t.id = r.trial_id
                  LEFT JOIN learning_curve c ON c.run_id = r.id
                WHERE t.experiment_id = ?
                """,
                experiment))
        .as("runs without a curve")
        .isZero();
  }

  /** Each artifact's bytes have the length and checksum that stand beside them. */
  private void assertArtifactsWhole(String experiment) {
    List<String> broken =
        jdbc.sql(
                """
                SELECT a.kind || ' of round ' || a.round
                FROM artifact a JOIN trial t ON t.id = a.trial_id
                  JOIN artifact_chunk c ON c.artifact_id = a.id
                WHERE t.experiment_id = ? GROUP BY a.id
                HAVING a.sha256 <> encode(sha256(string_agg(c.bytes, ''::bytea ORDER BY c.sequence)), 'hex')
                  OR a.length <> sum(octet_length(c.bytes))
                """)
            .param(id(experiment))
            .query(String.class)
            .list();
    assertThat(broken).as("artifacts that do not match their checksums").isEmpty();
  }

  private long count(String sql, String experiment) {
    return jdbc.sql(sql).param(id(experiment)).query(Long.class).single();
  }
}
