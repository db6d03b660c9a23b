package dev.winnow.web.experiment;

import dev.winnow.definition.Blueprints;
import dev.winnow.experiment.ExperimentDetail;
import dev.winnow.experiment.ExperimentPage;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.IllegalParameter;
import dev.winnow.experiment.State;
import dev.winnow.experiment.Submissions;
import dev.winnow.results.TrialDetail;
import dev.winnow.results.TrialRounds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/experiments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "experiments", description = "Submit, list, look, steer and remove")
class ExperimentController {
  private static final int LONGEST_PAGE = 200;

  private final ExperimentQueries experiments;
  private final TrialRounds trials;
  private final Blueprints blueprints;
  private final Submissions submissions;

  ExperimentController(
      ExperimentQueries experiments,
      TrialRounds trials,
      Blueprints blueprints,
      Submissions submissions) {
    this.experiments = experiments;
    this.trials = trials;
    this.blueprints = blueprints;
    this.submissions = submissions;
  }

  @Operation(
      operationId = "listExperiments",
      summary = "Experiments, the newest first",
      description = "`limit` is from 1 to 200. `next` of a page is the `cursor` of the following.")
  @GetMapping
  ExperimentPage list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam Optional<String> cursor,
      @RequestParam Optional<State> state) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new IllegalParameter(
          "limit", Integer.toString(limit), "a whole number from 1 to " + LONGEST_PAGE);
    }
    return experiments.page(limit, cursor, state);
  }

  @Operation(operationId = "experiment", summary = "An experiment with its definition and trials")
  @GetMapping("/{id}")
  ExperimentDetail detail(@PathVariable long id) {
    return experiments.detail(id);
  }

  @Operation(
      operationId = "deleteExperiment",
      summary = "Remove an experiment that has ended, with all its results")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    submissions.delete(id);
  }

  @Operation(operationId = "trial", summary = "A trial with its rounds")
  @GetMapping("/{id}/trials/{t}")
  TrialDetail trial(@PathVariable long id, @PathVariable("t") int trial) {
    return trials.detail(id, trial, blueprints.of(experiments.definition(id)));
  }
}
