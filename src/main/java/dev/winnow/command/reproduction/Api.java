package dev.winnow.command.reproduction;

import dev.winnow.command.BadArguments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of a running Winnow, as any client sees it. */
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ERRORS = 400;

  private final String address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * @param address such as {@code http://127.0.0.1:8080/api/v1}
   */
  Api(String address) {
    this.address = address;
  }

  /**
   * @throws BadArguments if nothing answers at the address or it refuses, which the message says
   */
  JsonNode get(String path) throws InterruptedException {
    return send(path, HttpRequest.newBuilder());
  }

  /**
   * @throws BadArguments if nothing answers at the address or it refuses, which the message says
   */
  JsonNode post(String path, JsonNode body) throws InterruptedException {
    return send(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(String path, HttpRequest.Builder request) throws InterruptedException {
    URI uri = URI.create(address + path);
    try {
      HttpResponse<String> response =
          client.send(request.uri(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      if (response.statusCode() >= ERRORS) {
        String detail = answer.path("detail").asString(response.body());
        throw new BadArguments("%s answers %d: %s".formatted(uri, response.statusCode(), detail));
      }
      return answer;
    } catch (JacksonException e) {
      throw new BadArguments("--api %s: what answers there is not Winnow's API".formatted(address));
    } catch (IOException e) {
      throw new BadArguments(
          "--api %s: nothing answers there (%s). Start Winnow, or name the address of one that runs"
                  .formatted(address, e)
              + ", such as http://127.0.0.1:8080/api/v1");
    }
  }
}
