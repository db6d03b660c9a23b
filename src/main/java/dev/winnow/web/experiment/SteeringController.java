package dev.winnow.web.experiment;

import dev.winnow.experiment.ExperimentDetail;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.Steering;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Each of these may be repeated: what has happened already is answered with 200 and the state. */
@RestController
@RequestMapping(path = "/api/v1/experiments/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "experiments")
class SteeringController {
  private static final String REPEATABLE =
      " It may be asked for again. What the experiment's state does not allow is answered with 409,"
          + " the state and the moves that are possible.";

  private final Steering steering;
  private final ExperimentQueries experiments;

  SteeringController(Steering steering, ExperimentQueries experiments) {
    this.steering = steering;
    this.experiments = experiments;
  }

  @Operation(
      operationId = "pauseExperiment",
      summary = "Stop an experiment for a while",
      description =
          "Its trials leave the queue, and work in progress stops within seconds. What was"
              + " committed stays; a run under way begins anew after `resume`."
              + REPEATABLE)
  @PostMapping("/pause")
  ExperimentDetail pause(@PathVariable long id) {
    steering.pause(id);
    return experiments.detail(id);
  }

  @Operation(
      operationId = "resumeExperiment",
      summary = "Go on with a paused experiment",
      description = "Its trials go back to the queue." + REPEATABLE)
  @PostMapping("/resume")
  ExperimentDetail resume(@PathVariable long id) {
    steering.resume(id);
    return experiments.detail(id);
  }

  @Operation(
      operationId = "retryExperiment",
      summary = "Take up failed and cancelled trials again",
      description =
          "They go on after their last committed run, with all attempts before them. Diverged"
              + " trials stay as they are. With `anySignature=true` these trials, and those that"
              + " wait for a worker of their numeric signature, go on with any worker; they are"
              + " marked with `bitReproducible: false`."
              + REPEATABLE)
  @PostMapping("/retry")
  ExperimentDetail retry(
      @PathVariable long id, @RequestParam(defaultValue = "false") boolean anySignature) {
    steering.retry(id, anySignature);
    return experiments.detail(id);
  }

  @Operation(
      operationId = "cancelExperiment",
      summary = "End an experiment",
      description =
          "Work in progress stops within seconds; what was committed stays. `retry` takes a"
              + " cancelled experiment up again."
              + REPEATABLE)
  @PostMapping("/cancel")
  ExperimentDetail cancel(@PathVariable long id) {
    steering.cancel(id);
    return experiments.detail(id);
  }
}
