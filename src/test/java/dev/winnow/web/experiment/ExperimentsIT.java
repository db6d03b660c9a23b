package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.Given;
import dev.winnow.web.PlayedExperiment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExperimentsIT extends PlayedExperiment {
  @Override
  protected String definition() {
    return NARROW;
  }

  @Test
  void pages_hold_every_experiment_once_the_newest_first() {
    long first = submit();
    submit();
    long last = submit();
    List<Long> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get("/api/v1/experiments?limit=2" + cursor).json();
      page.get("items").forEach(item -> ids.add(item.get("id").longValue()));
      JsonNode next = page.get("next");
      cursor = next.isNull() ? "" : "&cursor=" + next.stringValue();
    } while (!cursor.isEmpty());
    assertThat(ids).contains(first, last).doesNotHaveDuplicates();
    assertThat(ids).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void a_state_selects() {
    long queued = submit();
    long running = underWay();
    List<JsonNode> items =
        get("/api/v1/experiments?limit=200&state=RUNNING")
            .json()
            .get("items")
            .valueStream()
            .toList();
    assertThat(items).extracting(item -> item.get("id").longValue()).contains(running);
    assertThat(items).extracting(item -> item.get("id").longValue()).doesNotContain(queued);
  }

  @Test
  void a_summary_says_how_far_the_experiment_is() {
    JsonNode detail = get(path(underWay(), "")).json();
    assertThat(detail.get("state").stringValue()).isEqualTo("RUNNING");
    assertThat(detail.get("tags").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(detail.get("pool").stringValue()).isEqualTo("any");
    assertThat(detail.at("/progress/runsDone").intValue()).isEqualTo(13 + 6);
    assertThat(detail.at("/progress/runsTotal").intValue()).isEqualTo(26);
    assertThat(detail.at("/progress/secondsLeft").doubleValue()).isEqualTo(7 * 1.5);
    assertThat(detail.get("trials").toString())
        .isEqualTo("{\"total\":2,\"completed\":1,\"diverged\":0,\"failed\":0}");
    assertThat(detail.get("startedAt").stringValue()).endsWith("Z");
  }

  @Test
  void a_trial_under_way_shows_its_current_run() {
    JsonNode trial = get(path(underWay(), "")).json().at("/trialList/1");
    assertThat(trial.get("number").intValue()).isEqualTo(2);
    assertThat(trial.get("seed").intValue()).isEqualTo(12);
    assertThat(trial.at("/current/round").intValue()).isEqualTo(2);
    assertThat(trial.at("/current/arm").stringValue()).isEqualTo("random-reinit");
    assertThat(trial.at("/current/iterations").intValue()).isEqualTo(100);
    assertThat(trial.at("/current/validationLoss").isNull()).isTrue();
  }

  @Test
  void a_trial_shows_its_rounds() {
    JsonNode trial = get(path(underWay(), "/trials/2")).json();
    assertThat(trial.get("state").stringValue()).isEqualTo("RUNNING");
    assertThat(trial.get("rounds").valueStream().map(round -> round.get("complete").booleanValue()))
        .containsExactly(true, true, false, false);
    assertThat(trial.at("/rounds/0/density").doubleValue()).isEqualTo(1);
    assertThat(trial.at("/rounds/2/runs").toString())
        .isEqualTo("[{\"arm\":\"ticket\",\"replicate\":1,\"state\":\"COMPLETED\"}]");
  }

  @Test
  void a_diverged_ticket_ends_its_trial_and_says_why() {
    long id = submit();
    given().runs(id, 1, 100, run -> run.round() == 1 ? Given.DIVERGES : 0.9);
    JsonNode trial = get(path(id, "")).json().at("/trialList/0");
    assertThat(trial.get("state").stringValue()).isEqualTo("DIVERGED");
    assertThat(trial.get("reason").stringValue()).contains("diverged");
  }

  @Test
  void cancelling_ends_it_and_what_has_ended_can_be_removed() {
    long id = submit();
    given().runs(id, 1, 1, run -> 0.9);
    Answer early = delete(path(id, ""));
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().get("detail").stringValue()).contains("RUNNING");
    assertThat(post(path(id, "/cancel"), "").json().get("state").stringValue())
        .isEqualTo("CANCELLED");
    assertThat(delete(path(id, "")).status()).isEqualTo(204);
    assertThat(get(path(id, "")).status()).isEqualTo(404);
  }
}
