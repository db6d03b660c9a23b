package dev.winnow.command.reproduction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads an experiment's runs, one round of one trial at a time and each at most once. */
final class ExperimentReader {
  private final Api api;
  private final long experiment;

  ExperimentReader(Api api, long experiment) {
    this.api = api;
    this.experiment = experiment;
  }

  /**
   * @param count trials, which are numbered from 1
   */
  List<RoundResults> trials(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(this::trial).toList();
  }

  private RoundResults trial(int number) {
    Map<Integer, JsonNode> rounds = new HashMap<>();
    return place ->
        result(rounds.computeIfAbsent(place.round(), round -> round(number, round)), place.arm());
  }

  private JsonNode round(int trial, int round) {
    try {
      return api.get("/experiments/%d/trials/%d/rounds/%d".formatted(experiment, trial, round));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading", e);
    }
  }

  /** A diverged run has no measurement and does not count. */
  private static Optional<RoundResults.Result> result(JsonNode round, String arm) {
    List<JsonNode> runs =
        StreamSupport.stream(round.path("runs").spliterator(), false)
            .filter(run -> run.path("arm").asString().equals(arm))
            .map(run -> run.path("atEarlyStop"))
            .filter(JsonNode::isObject)
            .toList();
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RoundResults.Result(100 * mean(runs, "testAccuracy"), mean(runs, "iteration")));
  }

  private static double mean(List<JsonNode> runs, String field) {
    return runs.stream().mapToDouble(run -> run.get(field).doubleValue()).average().orElseThrow();
  }
}
