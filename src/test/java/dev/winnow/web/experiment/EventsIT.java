package dev.winnow.web.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.PlayedExperiment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class EventsIT extends PlayedExperiment {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** An event as a reader gets it. */
  private record Received(int id, String name, JsonNode data) {}

  /** Reads so many events and hangs up. */
  private List<Received> follow(long experiment, int count, String query, String... headers)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response = open(path(experiment, "/events" + query), headers);
    while (response.statusCode() == 503) { // readers of other tests still make room
      response.body().close();
      Thread.sleep(500);
      response = open(path(experiment, "/events" + query), headers);
    }
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    List<Received> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      while (events.size() < count) {
        String line = lines.readLine();
        assertThat(line).as("a line of the stream, which must not end").isNotNull();
        if (line.startsWith("id:")) {
          String name = lines.readLine();
          String data = lines.readLine();
          events.add(
              new Received(
                  Integer.parseInt(line.substring(3)),
                  name.substring("event:".length()),
                  JsonMapper.shared().readTree(data.substring("data:".length()))));
        }
      }
    }
    return events;
  }

  private static List<Integer> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Override
  protected String definition() {
    return NARROW;
  }

  @Test
  void every_commit_is_told_in_its_order() throws Exception {
    long id = submit();
    given().runs(id, 1, 2, run -> 0.9);
    List<Received> events = follow(id, 5, "");
    assertThat(events).extracting(Received::id).isEqualTo(numbers(1, 5));
    assertThat(events)
        .extracting(Received::name)
        .containsExactly("experiment", "trial", "experiment", "run", "run");
    JsonNode run = events.get(4).data();
    assertThat(run.propertyNames())
        .containsExactlyInAnyOrder(
            "number", "type", "at", "trial", "round", "arm", "replicate", "state");
    assertThat(run.get("round").intValue()).isEqualTo(1);
    assertThat(run.get("arm").stringValue()).isEqualTo("ticket");
    assertThat(events.get(0).data().has("trial")).isFalse();
  }

  @Test
  void what_is_committed_while_someone_follows_reaches_them() throws Exception {
    long id = submit();
    Thread worker = new Thread(() -> given().runs(id, 1, 5, run -> 0.9));
    worker.start();
    assertThat(follow(id, 8, "")).extracting(Received::id).isEqualTo(numbers(1, 8));
    worker.join();
  }

  @Test
  void a_reader_that_comes_back_misses_nothing_and_gets_nothing_twice() throws Exception {
    long id = submit();
    given().runs(id, 1, 5, run -> 0.9);
    assertThat(follow(id, 3, "")).extracting(Received::id).isEqualTo(numbers(1, 3));
    given().runs(id, 2, 5, run -> 0.9);
    assertThat(follow(id, 4, "", "Last-Event-ID", "3"))
        .extracting(Received::id)
        .isEqualTo(numbers(4, 7));
    assertThat(follow(id, 4, "?after=6")).extracting(Received::id).isEqualTo(numbers(7, 10));
    assertThat(follow(id, 4, "?after=1", "Last-Event-ID", "9"))
        .extracting(Received::id)
        .isEqualTo(numbers(10, 13));
  }

  @Test
  void readers_at_different_places_each_go_on_from_theirs() throws Exception {
    long id = underWay();
    List<List<Received>> received = new ArrayList<>();
    List<Thread> readers = new ArrayList<>();
    for (int after = 0; after < 10; after++) {
      String query = "?after=" + after;
      received.add(List.of());
      int reader = after;
      Thread thread =
          new Thread(
              () -> {
                try {
                  received.set(reader, follow(id, 5, query));
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      readers.add(thread);
    }
    readers.forEach(Thread::start);
    for (Thread reader : readers) {
      reader.join();
    }
    for (int after = 0; after < 10; after++) {
      assertThat(received.get(after))
          .extracting(Received::id)
          .isEqualTo(numbers(after + 1, after + 5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5"})
  void a_place_that_is_no_number_is_refused(String after) {
    Answer answer = get(path(submit(), "/events?after=" + after), "Accept", "text/event-stream");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("parameter").stringValue()).isEqualTo("after");
  }

  @Test
  void there_is_room_for_so_many_readers_and_those_who_leave_make_room() throws Exception {
    String path = path(underWay(), "/events?after=1000");
    List<InputStream> streams = new ArrayList<>();
    HttpResponse<InputStream> response = open(path);
    while (response.statusCode() == 200) {
      streams.add(response.body());
      response = open(path);
    }
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(streams.size()).isBetween(150, 200);
    for (InputStream stream : streams) {
      stream.close();
    }
    response = open(path);
    while (response.statusCode() != 200) {
      response.body().close();
      Thread.sleep(500);
      response = open(path);
    }
    response.body().close();
  }

  private HttpResponse<InputStream> open(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofInputStream());
  }
}
