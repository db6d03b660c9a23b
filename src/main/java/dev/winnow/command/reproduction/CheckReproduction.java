package dev.winnow.command.reproduction;

import dev.winnow.command.Command;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether an experiment shows what the paper showed, read over the API. */
public final class CheckReproduction implements Command {
  private static final int INSIDE = 0;
  private static final int FINDING = 1;
  private static final int NOT_COMPARABLE = 2;

  private final Duration pause;

  public CheckReproduction() {
    this(Duration.ofSeconds(5));
  }

  /**
   * @param pause between two looks at an experiment under way
   */
  CheckReproduction(Duration pause) {
    this.pause = pause;
  }

  @Override
  public String name() {
    return "check-reproduction";
  }

  @Override
  public String summary() {
    return "whether an experiment shows what the paper did: [--api URL] [--experiment ID]"
        + " [--one-shot|--smoke]";
  }

  @Override
  public int run(List<String> arguments, PrintStream out) throws InterruptedException {
    ReproductionRequest request = ReproductionRequest.parse(arguments);
    Reproduction reproduction = request.reproduction();
    Api api = new Api(request.api());
    ExperimentFinder finder = new ExperimentFinder(api, pause, out);
    JsonNode preset = finder.preset(reproduction.preset());
    Optional<JsonNode> found = find(request, finder, preset);
    if (found.isEmpty()) {
      out.printf("No experiment follows the preset %s: submit it.%n", reproduction.preset());
      return FINDING;
    }
    JsonNode experiment = found.get();
    List<String> departures = new Protocol(preset).departures(experiment.path("definition"));
    if (!departures.isEmpty()) {
      out.printf(
          "The bands do not apply: experiment %d departs from the preset %s.%n",
          experiment.path("id").longValue(), reproduction.preset());
      departures.forEach(out::println);
      return NOT_COMPARABLE;
    }
    if (!experiment.path("state").asString().equals("COMPLETED")) {
      out.println(ExperimentFinder.state(experiment) + " Only a completed one is checked.");
      return FINDING;
    }
    return check(reproduction, api, experiment, out);
  }

  private static Optional<JsonNode> find(
      ReproductionRequest request, ExperimentFinder finder, JsonNode preset)
      throws InterruptedException {
    if (request.experiment().isPresent()) {
      return Optional.of(finder.byId(request.experiment().get()));
    }
    return request.reproduction().quick() ? Optional.of(finder.run(preset)) : finder.newest(preset);
  }

  private static int check(
      Reproduction reproduction, Api api, JsonNode experiment, PrintStream out) {
    long id = experiment.path("id").longValue();
    int trials = experiment.at("/trials/total").intValue();
    out.printf(
        "Experiment %d, \"%s\": test accuracy at early stop, means over %d trials.%n%n",
        id, experiment.path("name").asString(), trials);
    List<CheckResult> findings = reproduction.check(new ExperimentReader(api, id).trials(trials));
    findings.forEach(out::println);
    long inside = findings.stream().filter(CheckResult::inside).count();
    out.printf("%d of %d inside.%n", inside, findings.size());
    return inside == findings.size() ? INSIDE : FINDING;
  }
}
