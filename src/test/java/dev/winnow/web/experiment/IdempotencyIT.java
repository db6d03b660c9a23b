package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.PlayedExperiment;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A submission whose answer was lost may be repeated under its key. */
class IdempotencyIT extends PlayedExperiment {
  @Autowired private JdbcClient jdbc;

  private Answer submit(String key, String body) {
    return send(
        HttpRequest.newBuilder(uri("/api/v1/experiments"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  private long experiments() {
    return jdbc.sql("select count(*) from experiment").query(Long.class).single();
  }

  @Test
  void the_same_key_and_body_make_one_experiment_and_the_same_answer() {
    Answer first = submit("lost-answer", DEFINITION);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    long before = experiments();
    Answer again = submit("lost-answer", DEFINITION);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
    assertThat(experiments()).isEqualTo(before);
  }

  @Test
  void another_body_under_the_same_key_is_refused_by_name() {
    submit("twice-used", DEFINITION);
    long before = experiments();
    Answer other = submit("twice-used", DEFINITION.replace("Under way", "Another"));
    assertThat(other.status()).isEqualTo(422);
    JsonNode problem = other.json();
    assertThat(problem.get("parameter").stringValue()).isEqualTo("Idempotency-Key");
    assertThat(problem.get("value").stringValue()).isEqualTo("twice-used");
    assertThat(problem.get("detail").stringValue()).contains("twice-used", "another body");
    assertThat(experiments()).isEqualTo(before);
  }

  @Test
  void twins_that_come_at_once_make_exactly_one_experiment() {
    long before = experiments();
    List<CompletableFuture<Answer>> twins =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> submit("twins", DEFINITION)))
            .toList();
    List<Answer> answers = twins.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.stream().map(answer -> answer.header("Location")).distinct()).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed").isEmpty()))
        .hasSize(1);
    assertThat(experiments()).isEqualTo(before + 1);
  }

  @Test
  void a_refused_definition_does_not_use_its_key_up() {
    assertThat(submit("second-try", "{}").status()).isEqualTo(422);
    assertThat(submit("second-try", DEFINITION).status()).isEqualTo(201);
  }

  @Test
  void an_old_key_is_forgotten_and_its_row_removed() {
    Answer first = submit("old", DEFINITION);
    jdbc.sql(
            "update idempotency_key set created_at = now() - interval '25 hours' where key = 'old'")
        .update();
    submit("newer", DEFINITION);
    assertThat(
            jdbc.sql("select key from idempotency_key where key = 'old'")
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(submit("old", DEFINITION).header("Location")).isNotEqualTo(first.header("Location"));
  }

  @Test
  void a_repetition_does_not_bring_back_what_was_removed() {
    Answer first = submit("removed", DEFINITION);
    post(first.header("Location") + "/cancel", "");
    assertThat(delete(first.header("Location")).status()).isEqualTo(204);
    Answer again = submit("removed", DEFINITION);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.json().get("detail").stringValue())
        .contains("removed", first.json().get("id").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words"})
  void a_key_that_is_none_is_refused_by_name_and_value(String key) {
    Answer refused = submit(key, DEFINITION);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("parameter").stringValue()).isEqualTo("Idempotency-Key");
    assertThat(refused.json().get("allowed").stringValue()).contains("1 to 200 visible ASCII");
  }

  @Test
  void a_key_may_have_200_characters_but_not_201() {
    assertThat(submit("k".repeat(200), DEFINITION).status()).isEqualTo(201);
    assertThat(submit("k".repeat(201), DEFINITION).status()).isEqualTo(400);
  }
}
