package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface of one process, as anybody may use it. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> ENDS = List.of("COMPLETED", "CANCELLED", "FAILED", "DIVERGED");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final int port;

  Api(int port) {
    this.port = port;
  }

  boolean isReady() {
    return answers("/actuator/health/readiness");
  }

  /** Whether it answers this question as it should. */
  boolean answers(String path) {
    try {
      return send(request(path)).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the path of the new experiment. */
  String submit(String definition) {
    try {
      HttpResponse<String> response = post("/api/v1/experiments", definition);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
      return URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
    } catch (IOException e) {
      throw new AssertionError("The API does not answer", e);
    }
  }

  /**
   * @param headers names and values in turn
   */
  HttpResponse<String> post(String path, String body, String... headers) throws IOException {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  JsonNode json(String path) {
    try {
      HttpResponse<String> response = send(request(path));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError("The API does not answer", e);
    }
  }

  String state(String experiment) {
    return json(experiment).path("state").asString();
  }

  boolean hasEnded(String experiment) {
    return ENDS.contains(state(experiment));
  }

  int runsDone(String experiment) {
    return json(experiment).path("progress").path("runsDone").asInt();
  }

  void awaitRuns(String experiment, int runs, Duration limit) {
    Eventually.holds(runs + " runs of " + experiment, limit, () -> runsDone(experiment) >= runs);
  }

  void awaitEnd(String experiment, Duration limit) {
    Eventually.holds(experiment + " ends", limit, () -> hasEnded(experiment));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
