package dev.winnow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jar, running as a user would run it, with a home folder of its own. */
final class PackagedApp implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private PackagedApp(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the jar and waits until it is ready. */
  static PackagedApp start(Path home, String... options) throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar(), "--server.port=" + port, "--winnow.home=" + home));
    command.addAll(Arrays.asList(options));
    Path log = home.resolveSibling(home.getFileName() + ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    PackagedApp app = new PackagedApp(process, port);
    app.await(log, () -> app.status("/actuator/health/readiness") == 200);
    return app;
  }

  private static String jar() throws IOException {
    String named = System.getProperty("winnow.jar");
    if (named == null) {
      throw new IllegalStateException("The system property winnow.jar names the packaged jar");
    }
    assertThat(Path.of(named)).exists();
    return named;
  }

  private void await(Path log, Callable<Boolean> ready) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (!ready.call()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new AssertionError("The application did not start:\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
  }

  private int status(String path) throws Exception {
    try {
      return get(path).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  byte[] download(String path) throws Exception {
    HttpResponse<byte[]> response = client.send(request(path).build(), BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Submits a definition and returns the experiment's path. */
  String submit(String definition) throws Exception {
    HttpResponse<String> response = post("/api/v1/experiments", definition);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    String location = response.headers().firstValue("Location").orElseThrow();
    return URI.create(location).getPath();
  }

  /** Asks again and again until the answer is as expected, for a limited time. */
  JsonNode await(String path, Duration limit, Predicate<JsonNode> expected) throws Exception {
    Instant deadline = Instant.now().plus(limit);
    JsonNode last = json(path);
    while (!expected.test(last)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("Not within " + limit + ": " + path + " says " + last);
      }
      Thread.sleep(200);
      last = json(path);
    }
    return last;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(30));
  }

  /** Ends it as a power cut would: no shutdown hook runs. */
  void kill() throws Exception {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.onExit().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new AssertionError("The application did not stop within a minute", e);
    }
  }
}
