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

class GrowthIT extends PlayedExperiment {
  private static final String MORE =
      """
      {"rounds": 5, "trials": 3, "arms": [{"name": "random-mask"},
        {"id": "again", "name": "random-reinit", "perTicket": 1, "rounds": "2"}]}
      """;

  @Autowired private JdbcClient jdbc;

  private static double accuracy(RunKey run) {
    return 0.5 + run.round() / 64.0;
  }

  private void play(long id, int trial) {
    given().runs(id, trial, 100, GrowthIT::accuracy);
  }

  private long completed() {
    long id = submit();
    play(id, 1);
    play(id, 2);
    return id;
  }

  @Override
  protected String definition() {
    return NARROW;
  }

  @Test
  void a_completed_experiment_waits_again_with_what_was_added() {
    long id = completed();
    String fingerprint = get(path(id, "")).json().get("fingerprint").stringValue();
    Answer answer = patch(path(id, ""), MORE);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode grown = answer.json();
    assertThat(grown.get("state").stringValue()).isEqualTo("QUEUED");
    assertThat(grown.get("finishedAt").isNull()).isTrue();
    assertThat(grown.get("fingerprint").stringValue()).isEqualTo(fingerprint);
    // Per trial 6 tickets, 2 new weights in rounds 1 to 3, 1 random mask in 1 to 5, 1 more in 2.
    assertThat(grown.get("progress").toString())
        .isEqualTo("{\"runsDone\":26,\"runsTotal\":54,\"secondsLeft\":null}");
    assertThat(grown.at("/trialList/0/runsTotal").intValue()).isEqualTo(18);
    assertThat(grown.at("/trialList/2/seed").intValue()).isEqualTo(13);
    assertThat(grown.at("/definition/arms/0/rounds").stringValue()).isEqualTo("1-3");
    assertThat(grown.at("/definition/arms/1/rounds").stringValue()).isEqualTo("1-5");
    assertThat(queued(id)).isEqualTo(3);
  }

  @Test
  void what_is_there_is_neither_repeated_nor_changed_and_the_rest_is_as_if_asked_at_once() {
    long id = completed();
    List<String> before = runs(id);
    patch(path(id, ""), MORE);
    for (int trial = 1; trial <= 3; trial++) {
      play(id, trial);
    }
    assertThat(get(path(id, "")).json().get("state").stringValue()).isEqualTo("COMPLETED");
    assertThat(runs(id)).hasSize(54).containsAll(before);
    long atOnce = submit();
    patch(path(atOnce, ""), MORE);
    for (int trial = 1; trial <= 3; trial++) {
      play(atOnce, trial);
    }
    assertThat(runs(atOnce)).isEqualTo(runs(id));
  }

  @Test
  void masks_of_added_rounds_can_be_had() {
    long id = completed();
    patch(path(id, ""), "{\"rounds\": 5}");
    play(id, 1);
    for (int round = 3; round <= 5; round++) {
      assertThat(get(path(id, "/trials/1/rounds/" + round + "/mask.npz")).status()).isEqualTo(200);
    }
  }

  @Test
  void the_same_request_twice_adds_nothing() {
    long id = completed();
    JsonNode once = patch(path(id, ""), MORE).json();
    long events = events(id);
    assertThat(patch(path(id, ""), MORE).json()).isEqualTo(once);
    assertThat(events(id)).isEqualTo(events);
  }

  @Test
  void a_trial_that_ends_under_the_old_definition_goes_on() {
    long id = submit();
    play(id, 2);
    given()
        .runs(
            id,
            1,
            100,
            run -> {
              if (run.equals(new RunKey(3, "random-mask", 1))) {
                assertThat(patch(path(id, ""), "{\"rounds\": 4}").status()).isEqualTo(200);
              }
              return accuracy(run);
            });
    JsonNode grown = get(path(id, "")).json();
    assertThat(grown.get("state").stringValue()).isEqualTo("RUNNING");
    assertThat(grown.at("/trialList/0/state").stringValue()).isEqualTo("RUNNING");
    assertThat(grown.at("/trialList/1/state").stringValue()).isEqualTo("QUEUED");
    play(id, 1);
    play(id, 2);
    JsonNode ended = get(path(id, "")).json();
    assertThat(ended.get("state").stringValue()).isEqualTo("COMPLETED");
    assertThat(ended.at("/progress/runsDone").intValue()).isEqualTo(28);
  }

  @Test
  void events_tell_of_growth() {
    long id = completed();
    long before = events(id);
    patch(path(id, ""), "{\"trials\": 3}");
    List<String> news =
        jdbc.sql(
                "select type || ' ' || coalesce(trial, 0) || ' ' || state from event"
                    + " where experiment_id = ? and number > ? order by number")
            .params(id, before)
            .query(String.class)
            .list();
    assertThat(news).containsExactly("experiment 0 QUEUED", "trial 3 QUEUED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}||at least one of rounds, trials, arms",
        "{\"rounds\": 2}|/rounds|a whole number from 3",
        "{\"rounds\": 51}|/rounds|a whole number from 1 to 50",
        "{\"rounds\": \"many\"}|/rounds|a whole number from 1 to 50",
        "{\"trials\": 1}|/trials|a whole number from 2",
        "{\"rounds\": 1.0}|/rounds|a whole number from 3",
        "{\"rounds\": 3.5}|/rounds|a whole number from 1 to 50",
        "{\"rounds\": -1e99}|/rounds|a whole number from 3",
        "{\"rounds\": null}|/rounds|a whole number from 3",
        "{\"trials\": null}|/trials|a whole number from 2",
        "{\"trials\": 1.5}|/trials|a whole number from 2",
        "{\"trials\": \"20\"}|/trials|a whole number from 1",
        "{\"arms\": null}|/arms|an array of arms",
        "{\"training\": {\"budget\": \"200it\"}}|/training|one of rounds, trials, arms",
        "{\"arms\": {}}|/arms|an array",
        "{\"arms\": [{\"name\": \"luck\"}]}|/arms/0/name|random-reinit",
        "{\"arms\": [{\"name\": \"random-reinit\", \"perTicket\": 9}]}|/arms/0|an id that no arm",
        "{\"arms\": [{\"name\": \"random-mask\", \"rounds\": \"2\"}]}|/arms/0/rounds|include 1-3",
        "{\"arms\": [{\"name\": \"random-mask\", \"rounds\": \"1-4\"}]}|/arms/0/rounds|from 0 to 3"
      })
  void an_error_names_the_field_and_what_is_allowed(String body, String pointer, String allowed) {
    long id = underWay();
    String before = get(path(id, "")).text();
    Answer refused = patch(path(id, ""), body);
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    JsonNode error = refused.json().at("/errors/0");
    assertThat(error.get("pointer").stringValue()).isEqualTo(pointer == null ? "" : pointer);
    assertThat(error.get("allowed").stringValue()).contains(allowed);
    assertThat(get(path(id, "")).text()).isEqualTo(before);
  }

  @Test
  void a_definition_that_is_older_than_a_field_grows_too() {
    long id = submit();
    jdbc.sql("update experiment set definition = definition #- '{training,path}' where id = ?")
        .param(id)
        .update();
    long before = events(id);
    assertThat(patch(path(id, ""), "{\"rounds\": 3}").status()).isEqualTo(200);
    assertThat(events(id)).isEqualTo(before);
    JsonNode grown = patch(path(id, ""), "{\"rounds\": 4}").json();
    assertThat(grown.at("/progress/runsTotal").intValue()).isEqualTo(28);
  }

  @Test
  void a_number_counts_as_what_it_is_however_it_is_written() {
    long id = completed();
    long before = events(id);
    assertThat(patch(path(id, ""), "{\"rounds\": 3.0, \"trials\": 2e0}").status()).isEqualTo(200);
    assertThat(events(id)).isEqualTo(before);
    assertThat(patch(path(id, ""), "{\"rounds\": 1.0}").status()).isEqualTo(422);
    JsonNode grown = patch(path(id, ""), "{\"rounds\": 4.0}").json();
    assertThat(grown.at("/definition/pruning/rounds").toString()).isEqualTo("4");
  }

  @Test
  void what_was_cancelled_does_not_grow() {
    long id = submit();
    post(path(id, "/cancel"), "");
    Answer refused = patch(path(id, ""), "{\"rounds\": 9}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").stringValue()).contains("CANCELLED", "retry it first");
    assertThat(patch(path(987_654, ""), "{\"rounds\": 9}").status()).isEqualTo(404);
  }

  private List<String> runs(long id) {
    return jdbc.sql(
            """
            select concat_ws(' ', t.number, round, arm, replicate, mask_sha256, weights_sha256)
            from run join trial t on t.id = run.trial_id
            where t.experiment_id = ? order by 1
            """)
        .param(id)
        .query(String.class)
        .list();
  }

  private long events(long id) {
    return jdbc.sql("select last_event from experiment where id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private long queued(long id) {
    return jdbc.sql(
            """
            select count(*) from queue_cpu q join trial t on q.task_instance = 'trial-' || t.id
            where t.experiment_id = ?
            """)
        .param(id)
        .query(Long.class)
        .single();
  }
}
