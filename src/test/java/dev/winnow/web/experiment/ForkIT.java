package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lottery.RunKey;
import dev.winnow.web.PlayedExperiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ForkIT extends PlayedExperiment {
  private static final String SLOWER =
      """
      {"atRound": 1, "definition": {"training": {"optimizer": {"learningRate": 0.0006}},
        "pruning": {"criterion": {"name": "small-final"}, "rounds": 2}}}
      """;

  @Autowired private JdbcClient jdbc;

  private static double accuracy(RunKey run) {
    return 0.5 + run.round() / 64.0;
  }

  /** Both trials have completed rounds 0 and 1; trial 1 is in round 2. */
  private long parent() {
    long id = submit();
    given().runs(id, 1, 6, ForkIT::accuracy);
    given().runs(id, 2, 5, ForkIT::accuracy);
    return id;
  }

  private JsonNode fork(long id, String body) {
    Answer answer = post(path(id, "/fork"), body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(path(answer.json().get("id").longValue(), ""));
    return answer.json();
  }

  @Override
  protected String definition() {
    return NARROW;
  }

  @Test
  void a_fork_takes_over_rounds_and_goes_on_with_other_settings() {
    long parent = parent();
    JsonNode fork = fork(parent, SLOWER);
    long id = fork.get("id").longValue();
    assertThat(fork.get("origin").toString())
        .isEqualTo("{\"parent\":%d,\"atRound\":1}".formatted(parent));
    assertThat(fork.get("name").stringValue()).isEqualTo("Under way, forked at round 1");
    assertThat(fork.get("state").stringValue()).isEqualTo("QUEUED");
    assertThat(fork.at("/progress/runsDone").intValue()).isEqualTo(10);
    assertThat(fork.at("/progress/runsTotal").intValue()).isEqualTo(18);
    assertThat(fork.at("/trialList/0/seed").intValue()).isEqualTo(11);
    assertThat(fork.get("fingerprint"))
        .isNotEqualTo(get(path(parent, "")).json().get("fingerprint"));
    assertThat(runs(id, 1)).isEqualTo(runs(parent, 1)).hasSize(10);
    assertThat(curve(id)).isEqualTo(curve(parent));
    given().runs(id, 1, 100, ForkIT::accuracy);
    given().runs(id, 2, 100, ForkIT::accuracy);
    assertThat(get(path(id, "")).json().get("state").stringValue()).isEqualTo("COMPLETED");
    assertThat(runs(id, 1)).isEqualTo(runs(parent, 1));
    assertThat(mask(id, 1)).isEqualTo(mask(parent, 1));
    assertThat(mask(id, 2)).isNotEqualTo(mask(parent, 2));
  }

  @Test
  void a_fork_that_changes_no_setting_has_its_parents_identity_and_results() {
    long parent = parent();
    JsonNode fork = fork(parent, "{\"atRound\": 1, \"definition\": {\"name\": \"same\"}}");
    long id = fork.get("id").longValue();
    given().runs(id, 1, 100, ForkIT::accuracy);
    given().runs(parent, 1, 100, ForkIT::accuracy);
    assertThat(mask(id, 3)).isEqualTo(mask(parent, 3));
    assertThat(fork.get("fingerprint")).isEqualTo(get(path(parent, "")).json().get("fingerprint"));
  }

  @Test
  void settings_that_mean_the_same_are_no_change_however_they_are_written() {
    long parent = parent();
    JsonNode fork =
        fork(
            parent,
            """
            {"atRound": 1.0, "definition": {"name": null, "rewind": null,
              "trials": {"count": 2.0, "seed": 1.1e1}, "pruning": {"densities": null}}}
            """);
    assertThat(fork.get("name").stringValue()).isEqualTo("Under way, forked at round 1");
    assertThat(fork.at("/origin/atRound").toString()).isEqualTo("1");
    assertThat(fork.get("fingerprint")).isEqualTo(get(path(parent, "")).json().get("fingerprint"));
  }

  @Test
  void arms_asked_for_are_trained_after_the_fork_only() {
    JsonNode arms =
        fork(
                parent(),
                """
                {"atRound": 1, "definition": {"arms": [{"name": "random-mask"},
                  {"id": "again", "name": "random-reinit"}]}}
                """)
            .at("/definition/arms");
    assertThat(arms.valueStream().map(arm -> arm.get("id").stringValue() + " " + arm.get("rounds")))
        .containsExactly("random-reinit \"1\"", "random-mask \"1-3\"", "again \"2-3\"");
  }

  @Test
  void a_fork_outlives_its_parent() {
    long parent = parent();
    long id = fork(parent, SLOWER).get("id").longValue();
    post(path(parent, "/cancel"), "");
    assertThat(delete(path(parent, "")).status()).isEqualTo(204);
    JsonNode fork = get(path(id, "")).json();
    assertThat(fork.get("origin").toString()).isEqualTo("{\"parent\":null,\"atRound\":1}");
    assertThat(get(path(id, "/trials/1/rounds/1/mask.npz")).status()).isEqualTo(200);
  }

  @Test
  void a_fork_grows_only_after_the_rounds_it_took_over() {
    long id = fork(parent(), SLOWER).get("id").longValue();
    JsonNode trials = patch(path(id, ""), "{\"trials\": 3}").json();
    assertThat(trials.at("/errors/0/pointer").stringValue()).isEqualTo("/trials");
    String arm = "{\"arms\": [{\"id\": \"x\", \"name\": \"random-mask\", \"rounds\": \"1-2\"}]}";
    JsonNode early = patch(path(id, ""), arm).json();
    assertThat(early.at("/errors/0/pointer").stringValue()).isEqualTo("/arms/0/rounds");
    assertThat(early.at("/errors/0/allowed").stringValue()).isEqualTo("rounds from 2 to 2");
    assertThat(patch(path(id, ""), "{\"rounds\": 4}").status()).isEqualTo(200);
  }

  @Test
  void a_repetition_with_the_same_key_makes_no_other() {
    long parent = parent();
    Answer once = keyed(path(parent, "/fork"), "fork-1", SLOWER);
    Answer again = keyed(path(parent, "/fork"), "fork-1", SLOWER);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(once.json());
    assertThat(keyed(path(parent + 1, "/fork"), "fork-1", SLOWER).status()).isEqualTo(422);
  }

  @Test
  void rounds_that_are_not_done_cannot_be_taken_over() {
    long parent = parent();
    Answer refused = post(path(parent, "/fork"), "{\"atRound\": 2}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").stringValue())
        .contains("Trial 1 is RUNNING", "6 of the 9 runs of rounds 0 to 2");
    assertThat(post(path(987_654, "/fork"), "{\"atRound\": 2}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/atRound|a whole number from 0 to 3",
        "{\"atRound\": 4}|/atRound|a whole number from 0 to 3",
        "{\"atRound\": 1.5}|/atRound|a whole number from 0 to 3",
        "{\"atRound\": \"1\"}|/atRound|a whole number from 0 to 3",
        "{\"atRound\": 1e99}|/atRound|a whole number from 0 to 3",
        "{\"atRound\": null}|/atRound|a whole number from 0 to 3",
        "{\"atRound\": 1, \"rounds\": 9}|/rounds|one of atRound, definition",
        "{\"atRound\": 1, \"definition\": 3}|/definition|an object",
        "{\"atRound\": 1, \"definition\": {\"dataset\": {\"name\": \"mnist\"}}}"
            + "|/definition/dataset|a change of name",
        "{\"atRound\": 1, \"definition\": {\"architecture\": {\"name\": \"conv-2\"}}}"
            + "|/definition/architecture|a change of name",
        "{\"atRound\": 1, \"definition\": {\"trials\": {\"seed\": 5}}}"
            + "|/definition/trials|a change of name",
        "{\"atRound\": 1, \"definition\": {\"pruning\": {\"removedPerRound\": {\"default\": 0.5}}}}"
            + "|/definition/pruning/removedPerRound|a change of name",
        "{\"atRound\": 1, \"definition\": {\"trainings\": {}}}|/definition/trainings|one of name",
        "{\"atRound\": 1, \"definition\": {\"pruning\": {\"rounds\": 1}}}"
            + "|/definition/pruning/rounds|a whole number from 2",
        "{\"atRound\": 1, \"definition\": {\"training\": {\"budget\": 5}}}"
            + "|/definition/training/budget|iterations such as",
        "{\"atRound\": 1, \"definition\": {\"arms\": [{\"name\": \"random-reinit\"}]}}"
            + "|/definition/arms/0|an id that no arm",
        "{\"atRound\": 1, \"definition\": {\"arms\": [{\"id\": \"x\", \"name\": \"random-mask\","
            + " \"rounds\": \"1-3\"}]}}|/definition/arms/0/rounds|rounds from 2 to 3"
      })
  void an_error_names_the_field_and_what_is_allowed(String body, String pointer, String allowed) {
    Answer refused = post(path(underWay(), "/fork"), body);
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    JsonNode error = refused.json().at("/errors/0");
    assertThat(error.get("pointer").stringValue()).isEqualTo(pointer);
    assertThat(error.get("allowed").stringValue()).contains(allowed);
  }

  private List<String> runs(long id, int lastRound) {
    return jdbc.sql(
            """
            select concat_ws(' ', t.number, round, arm, replicate, run.state, kept, density,
              end_test_accuracy, mask_sha256, weights_sha256, run.signature, run.finished_at)
            from run join trial t on t.id = run.trial_id
            where t.experiment_id = ? and round <= ? order by 1
            """)
        .params(id, lastRound)
        .query(String.class)
        .list();
  }

  private String curve(long id) {
    return get(path(id, "/trials/2/rounds/1/learning-curve?arm=random-reinit&replicate=2")).text();
  }

  private String mask(long id, int round) {
    return jdbc.sql(
            """
            select mask_sha256 from run join trial t on t.id = run.trial_id
            where t.experiment_id = ? and t.number = 1 and round = ? and arm = 'ticket'
            """)
        .params(id, round)
        .query(String.class)
        .optional()
        .orElse("none");
  }
}
