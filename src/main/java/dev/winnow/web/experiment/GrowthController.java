package dev.winnow.web.experiment;

import dev.winnow.experiment.ExperimentDetail;
import dev.winnow.experiment.ExperimentGrowth;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.Forks;
import dev.winnow.experiment.Submission;
import dev.winnow.experiment.SubmissionKey;
import dev.winnow.experiment.Submissions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "experiments")
class GrowthController {
  private final ExperimentGrowth growth;
  private final Forks forks;
  private final Submissions submissions;
  private final ExperimentQueries experiments;

  GrowthController(
      ExperimentGrowth growth,
      Forks forks,
      Submissions submissions,
      ExperimentQueries experiments) {
    this.growth = growth;
    this.submissions = submissions;
    this.forks = forks;
    this.experiments = experiments;
  }

  @Operation(
      operationId = "growExperiment",
      summary = "Add rounds, trials or arms",
      description =
          "Finished runs stay and are not repeated; the fingerprint does not change. A completed"
              + " experiment is queued again, a running one takes the new runs up in its next slice"
              + " of work. The same request twice adds nothing the second time.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = GrowExperiment.class))))
  @PatchMapping(
      path = "/api/v1/experiments/{id}",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ExperimentDetail grow(@PathVariable long id, @RequestBody String body) {
    growth.grow(id, body);
    return experiments.detail(id);
  }

  @Operation(
      operationId = "forkExperiment",
      summary = "Go on from a round with changed settings",
      description =
          "Makes a new experiment that takes over rounds 0 to `atRound` of every trial: runs, masks"
              + " and weights. `definition` has the fields that change (RFC 7396; a plug-in with"
              + " another name replaces). Settings that decided the rounds taken over cannot"
              + " change. `arms` are trained after the fork; left out, the parent's go on."
              + " `Idempotency-Key` works as when an experiment is submitted.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ForkExperiment.class))))
  @ApiResponse(responseCode = "201", description = "Created; Location says where it is")
  @PostMapping(
      path = "/api/v1/experiments/{id}/fork",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ExperimentDetail> fork(
      @PathVariable long id,
      @RequestBody String body,
      @RequestHeader("Idempotency-Key") Optional<String> key) {
    Submission submission =
        key.map(name -> SubmissionKey.of(name, "fork of " + id + ": " + body))
            .map(known -> submissions.once(known, () -> forks.fork(id, body)))
            .orElseGet(() -> new Submission(forks.fork(id, body), false));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.created(URI.create("/api/v1/experiments/" + submission.experiment()));
    if (submission.repeated()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(experiments.detail(submission.experiment()));
  }
}
