package dev.winnow.command.reproduction;

import dev.winnow.command.BadArguments;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Finds an experiment over the API, or has one run. */
final class ExperimentFinder {
  private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING", "PAUSED");

  private final Api api;
  private final Duration pause;
  private final PrintStream out;

  /**
   * @param pause between two looks at an experiment under way
   */
  ExperimentFinder(Api api, Duration pause, PrintStream out) {
    this.api = api;
    this.pause = pause;
    this.out = out;
  }

  static boolean underWay(JsonNode experiment) {
    return UNDER_WAY.contains(experiment.path("state").asString());
  }

  JsonNode byId(long id) throws InterruptedException {
    return api.get("/experiments/" + id);
  }

  /**
   * @throws BadArguments if there is no such preset
   */
  JsonNode preset(String name) throws InterruptedException {
    return StreamSupport.stream(api.get("/presets").spliterator(), false)
        .filter(preset -> preset.path("name").asString().equals(name))
        .findFirst()
        .map(preset -> preset.path("definition"))
        .orElseThrow(() -> new BadArguments("This Winnow has no preset " + name));
  }

  /** The newest experiment with a definition's fingerprint, a completed one if there is any. */
  Optional<JsonNode> newest(JsonNode definition) throws InterruptedException {
    String fingerprint =
        api.post("/experiments/validate", definition).path("fingerprint").asString();
    Optional<Long> completed = newest(fingerprint, "state=COMPLETED&");
    Optional<Long> found = completed.isPresent() ? completed : newest(fingerprint, "");
    return found.isPresent() ? Optional.of(byId(found.get())) : Optional.empty();
  }

  private Optional<Long> newest(String fingerprint, String filter) throws InterruptedException {
    String cursor = "";
    while (true) {
      JsonNode page = api.get("/experiments?" + filter + "limit=200" + cursor);
      for (JsonNode item : page.path("items")) {
        if (item.path("fingerprint").asString().equals(fingerprint)) {
          return Optional.of(item.path("id").longValue());
        }
      }
      if (page.path("next").isNull() || page.path("next").isMissingNode()) {
        return Optional.empty();
      }
      cursor = "&cursor=" + page.path("next").asString();
    }
  }

  /** Submits a definition and follows the experiment to its end. */
  JsonNode run(JsonNode definition) throws InterruptedException {
    JsonNode experiment = api.post("/experiments", definition);
    long id = experiment.path("id").longValue();
    out.printf("Submitted as experiment %d.%n", id);
    int seen = 0;
    while (underWay(experiment)) {
      Thread.sleep(pause.toMillis());
      experiment = byId(id);
      int done = experiment.at("/progress/runsDone").intValue();
      if (done > seen) {
        out.println(state(experiment));
        seen = done;
      }
    }
    return experiment;
  }

  /** Where an experiment stands, as a sentence. */
  static String state(JsonNode experiment) {
    return "Experiment %d is %s: %d of %d trainings are done."
        .formatted(
            experiment.path("id").longValue(),
            experiment.path("state").asString(),
            experiment.at("/progress/runsDone").intValue(),
            experiment.at("/progress/runsTotal").intValue());
  }
}
