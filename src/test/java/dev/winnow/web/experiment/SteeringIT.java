package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.experiment.LeasedTrial;
import dev.winnow.experiment.TrialStore;
import dev.winnow.web.Given;
import dev.winnow.web.PlayedExperiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Pause, resume, retry and cancel, as they are asked for over HTTP. */
class SteeringIT extends PlayedExperiment {
  @Autowired private TrialStore trials;
  @Autowired private JdbcClient jdbc;

  private Answer ask(long id, String move) {
    return post(path(id, "/" + move), "");
  }

  private JsonNode done(long id, String move) {
    Answer answer = ask(id, move);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private long waiting(long id) {
    return jdbc.sql(
            """
            select count(*) from queue_cpu join trial t on task_instance = 'trial-' || t.id
            where t.experiment_id = ? and not picked
            """)
        .param(id)
        .query(Long.class)
        .single();
  }

  private static List<String> moves(JsonNode detail) {
    return detail.get("moves").valueStream().map(JsonNode::stringValue).toList();
  }

  private static String states(JsonNode detail) {
    return String.join(
        " ", detail.get("trialList").valueStream().map(t -> t.get("state").stringValue()).toList());
  }

  private LeasedTrial open(long id, int trial) {
    return trials.open(given().claim(id, trial)).orElseThrow();
  }

  @Override
  protected String definition() {
    return NARROW;
  }

  @Test
  void a_pause_empties_the_queue_and_a_resumed_experiment_goes_on_where_it_was() {
    long id = submit();
    given().runs(id, 1, 3, run -> 0.9);
    assertThat(waiting(id)).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      JsonNode paused = done(id, "pause");
      assertThat(paused.get("state").stringValue()).isEqualTo("PAUSED");
      assertThat(states(paused)).isEqualTo("PAUSED PAUSED");
      assertThat(moves(paused)).containsExactly("RESUME", "CANCEL");
      assertThat(paused.at("/progress/runsDone").intValue()).isEqualTo(3);
      assertThat(waiting(id)).isZero();
    }
    for (int i = 0; i < 2; i++) {
      JsonNode resumed = done(id, "resume");
      assertThat(resumed.get("state").stringValue()).isEqualTo("QUEUED");
      assertThat(moves(resumed)).containsExactly("PAUSE", "CANCEL", "GROW");
      assertThat(waiting(id)).isEqualTo(2);
    }
    given().runs(id, 1, 100, run -> 0.9);
    given().runs(id, 2, 100, run -> 0.9);
    JsonNode end = get(path(id, "")).json();
    assertThat(end.get("state").stringValue()).isEqualTo("COMPLETED");
    assertThat(end.at("/progress/runsDone").intValue()).isEqualTo(26);
  }

  @Test
  void a_failed_trial_goes_on_after_its_last_run() {
    long id = submit();
    given().runs(id, 1, 3, run -> 0.9);
    trials.fail(open(id, 1), "The graphics card fell out");
    given().runs(id, 2, 100, run -> 0.9);
    jdbc.sql(
            "delete from queue_cpu where task_instance in (select 'trial-' || id from trial where"
                + " experiment_id = ?)")
        .param(id)
        .update();
    JsonNode partly = get(path(id, "")).json();
    assertThat(partly.get("state").stringValue()).isEqualTo("COMPLETED");
    assertThat(moves(partly)).containsExactly("RETRY", "GROW", "FORK", "DELETE");
    for (int i = 0; i < 2; i++) {
      JsonNode retried = done(id, "retry");
      assertThat(states(retried)).isEqualTo("QUEUED COMPLETED");
      assertThat(retried.get("finishedAt").isNull()).isTrue();
      assertThat(retried.at("/trialList/0/reason").isNull()).isTrue();
      assertThat(retried.at("/trialList/0/runsDone").intValue()).isEqualTo(3);
      assertThat(waiting(id)).isEqualTo(1);
    }
    given().runs(id, 1, 100, run -> 0.9);
    assertThat(get(path(id, "")).json().at("/trials/completed").intValue()).isEqualTo(2);
  }

  @Test
  void a_cancelled_experiment_can_be_taken_up_again() {
    long id = submit();
    for (int i = 0; i < 2; i++) {
      JsonNode cancelled = done(id, "cancel");
      assertThat(states(cancelled)).isEqualTo("CANCELLED CANCELLED");
      assertThat(moves(cancelled)).containsExactly("RETRY", "DELETE");
    }
    assertThat(done(id, "retry").get("state").stringValue()).isEqualTo("QUEUED");
    assertThat(waiting(id)).isEqualTo(2);
  }

  @Test
  void what_the_state_does_not_allow_is_a_conflict_that_lists_what_it_does() {
    long id = submit();
    given().runs(id, 1, 100, run -> Given.DIVERGES);
    given().runs(id, 2, 100, run -> Given.DIVERGES);
    for (String move : List.of("pause", "resume", "retry", "retry?anySignature=true", "cancel")) {
      Answer refused = ask(id, move);
      assertThat(refused.status()).as(move).isEqualTo(409);
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(refused.json().get("state").stringValue()).isEqualTo("DIVERGED");
      assertThat(moves(refused.json())).containsExactly("DELETE");
      assertThat(refused.json().get("detail").stringValue()).contains("DIVERGED", "[DELETE]");
    }
  }

  @Test
  void a_trial_that_waits_for_its_signature_is_released_and_marked() {
    long id = submit();
    LeasedTrial open = open(id, 1);
    trials.sign(open, "one");
    trials.sign(open(id, 1), "another");
    JsonNode waiting = get(path(id, "")).json().at("/trialList/0");
    assertThat(waiting.get("awaitsSignature").booleanValue()).isTrue();
    assertThat(waiting.get("bitReproducible").booleanValue()).isTrue();
    JsonNode released = done(id, "retry?anySignature=true").get("trialList");
    assertThat(released.at("/0/bitReproducible").booleanValue()).isFalse();
    assertThat(released.at("/0/awaitsSignature").booleanValue()).isFalse();
    assertThat(released.at("/1/bitReproducible").booleanValue()).isTrue();
  }

  @Test
  void no_move_finds_an_experiment_that_is_not_there() {
    for (String move : List.of("pause", "resume", "retry", "cancel")) {
      assertThat(ask(987654321, move).status()).isEqualTo(404);
    }
  }

  @Test
  void a_flag_that_is_none_is_refused_by_name() {
    JsonNode problem = ask(submit(), "retry?anySignature=perhaps").json();
    assertThat(problem.get("parameter").stringValue()).isEqualTo("anySignature");
    assertThat(problem.get("allowed").stringValue()).isEqualTo("true or false");
  }
}
