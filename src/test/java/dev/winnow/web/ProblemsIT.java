package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProblemsIT extends RunningApi {
  private static final String EXPERIMENTS = "/api/v1/experiments";

  private static JsonNode problem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    assertThat(answer.json().get("title").stringValue()).isNotBlank();
    return answer.json();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"a\", \"name\": \"b\"}|name",
        "{\"pruning\": {\"rounds\": NaN}}|NaN",
        "{\"name\": \"a\"} {}|line 1",
        "[1, 2]|object",
        "7|object"
      })
  void what_is_not_one_json_object_is_malformed(String body, String detail) {
    for (String path : List.of(EXPERIMENTS, EXPERIMENTS + "/validate")) {
      assertThat(problem(post(path, body), 400).get("detail").stringValue()).contains(detail);
    }
  }

  @Test
  void malformed_json_is_located_by_line_and_column() {
    JsonNode problem = problem(post(EXPERIMENTS, "{\"name\": \"a\",\n \"dataset\": }"), 400);
    assertThat(problem.get("detail").stringValue()).contains("line 2, column 13");
  }

  @Test
  void an_empty_body_is_malformed() {
    assertThat(problem(post(EXPERIMENTS, ""), 400).get("detail").stringValue()).contains("body");
  }

  @Test
  void json_nested_too_deeply_is_malformed() {
    problem(post(EXPERIMENTS, "[".repeat(50_000)), 400);
    problem(post(EXPERIMENTS, "{\"a\":".repeat(20_000)), 400);
  }

  @Test
  void a_body_over_256_kib_is_refused_whether_or_not_its_length_is_announced() {
    String body = "{\"notes\": \"" + "a".repeat(1 << 20) + "\"}";
    problem(post(EXPERIMENTS, body), 413);
    HttpRequest.Builder chunked =
        HttpRequest.newBuilder(uri(EXPERIMENTS))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArrays(List.of(body.getBytes(StandardCharsets.UTF_8))));
    problem(send(chunked), 413);
  }

  @Test
  void a_body_of_another_type_is_refused() {
    HttpRequest.Builder text =
        HttpRequest.newBuilder(uri(EXPERIMENTS))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{}"));
    problem(send(text), 415);
  }

  @Test
  void a_method_that_a_path_does_not_have_is_refused() {
    Answer answer = delete(EXPERIMENTS);
    problem(answer, 405);
    assertThat(answer.header("Allow")).contains("GET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/curves",
        "/curves.csv",
        "/events",
        "/trials/1",
        "/trials/1/rounds/0",
        "/trials/1/rounds/0/learning-curve",
        "/trials/1/rounds/0/mask.npz",
        "/trials/1/rounds/0/mask.bits"
      })
  void an_experiment_that_does_not_exist_is_named(String path) {
    JsonNode problem = problem(get(EXPERIMENTS + "/987654321" + path), 404);
    assertThat(problem.get("detail").stringValue()).contains("experiment 987654321");
  }

  @Test
  void nor_can_one_that_does_not_exist_be_cancelled_or_removed() {
    problem(post(EXPERIMENTS + "/987654321/cancel", ""), 404);
    problem(delete(EXPERIMENTS + "/987654321"), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/experiments?limit=0|limit|0|1 to 200",
        "/api/v1/experiments?limit=201|limit|201|1 to 200",
        "/api/v1/experiments?limit=many|limit|many|whole number",
        "/api/v1/experiments?state=DONE|state|DONE|COMPLETED",
        "/api/v1/experiments?cursor=xyz|cursor|xyz|next",
        "/api/v1/experiments/first|id|first|whole number",
        "/api/v1/experiments/1/trials/x|t|x|whole number",
        "/api/v1/experiments/1/trials/1/rounds/99999999999|r|99999999999|whole number"
      })
  void a_parameter_that_does_not_fit_is_named_with_what_is_allowed(
      String path, String parameter, String value, String allowed) {
    JsonNode problem = problem(get(path), 400);
    assertThat(problem.get("parameter").stringValue()).isEqualTo(parameter);
    assertThat(problem.get("value").stringValue()).isEqualTo(value);
    assertThat(problem.get("allowed").stringValue()).contains(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/v2/experiments", "/api/v1/unicorns", "/v3/nothing"})
  void a_path_of_the_api_that_leads_nowhere_is_a_problem_and_no_page(String path) {
    problem(get(path, "Accept", "text/html"), 404);
    problem(get(path), 404);
  }

  @Test
  void even_a_request_that_the_server_cannot_read_gets_no_page() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket
          .getOutputStream()
          .write("GET /api/v1/[ HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(5000);
      byte[] bytes = new byte[8000];
      StringBuilder answer = new StringBuilder();
      for (int n = socket.getInputStream().read(bytes);
          n > 0;
          n = socket.getInputStream().read(bytes)) {
        answer.append(new String(bytes, 0, n, StandardCharsets.US_ASCII));
      }
      assertThat(answer.toString()).startsWith("HTTP/1.1 400").doesNotContain("<html");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/experiments/7", "/api/v1/catalog", "/api/v1/unicorns"})
  void every_answer_tells_browsers_to_load_nothing_from_elsewhere(String path) {
    Answer answer = get(path);
    assertThat(answer.header("Content-Security-Policy")).isEqualTo(SecurityHeaders.POLICY);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }
}
