package dev.winnow.web.experiment;

import dev.winnow.definition.Blueprints;
import dev.winnow.definition.Definitions;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.InvalidDefinition;
import dev.winnow.definition.ParsedDefinition;
import dev.winnow.experiment.ExperimentDetail;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.Submission;
import dev.winnow.experiment.SubmissionKey;
import dev.winnow.experiment.Submissions;
import dev.winnow.report.Forecasts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes definitions in. Their text goes to {@link Definitions}, which finds all faults at once. */
@RestController
@RequestMapping(
    path = "/api/v1/experiments",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "experiments")
class SubmissionController {
  private final Definitions definitions;
  private final Blueprints blueprints;
  private final Forecasts forecasts;
  private final Submissions submissions;
  private final ExperimentQueries experiments;

  SubmissionController(
      Definitions definitions,
      Blueprints blueprints,
      Forecasts forecasts,
      Submissions submissions,
      ExperimentQueries experiments) {
    this.definitions = definitions;
    this.blueprints = blueprints;
    this.forecasts = forecasts;
    this.submissions = submissions;
    this.experiments = experiments;
  }

  @Operation(
      operationId = "submitExperiment",
      summary = "Submit an experiment",
      description =
          "What is left out of the definition takes its default. With the header"
              + " `Idempotency-Key` (1 to 200 visible ASCII characters) a request may be repeated"
              + " when its answer was lost: the same key and body answer the same experiment"
              + " again, with the header `Idempotency-Replayed: true`. The same key with another"
              + " body is refused with 422. A key is kept for 24 hours, unless"
              + " `winnow.experiment.keep-keys` says otherwise.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ExperimentDefinition.class))))
  @ApiResponse(responseCode = "201", description = "Created; Location says where it is")
  @PostMapping
  ResponseEntity<ExperimentDetail> submit(
      @RequestBody String body, @RequestHeader("Idempotency-Key") Optional<String> key) {
    Optional<SubmissionKey> named = key.map(name -> SubmissionKey.of(name, body));
    ParsedDefinition parsed = definitions.read(body);
    ExperimentDefinition definition =
        parsed.definition().orElseThrow(() -> new InvalidDefinition(parsed.errors()));
    Submission submission =
        named
            .map(known -> submissions.submit(definition, known))
            .orElseGet(() -> new Submission(submissions.submit(definition), false));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.created(URI.create("/api/v1/experiments/" + submission.experiment()));
    if (submission.repeated()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(experiments.detail(submission.experiment()));
  }

  @Operation(
      operationId = "validateExperiment",
      summary = "Look at a definition without submitting it",
      description =
          "Answers 200 with the expanded definition and what it comes to, or with all that is"
              + " wrong with it.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ExperimentDefinition.class))))
  @PostMapping("/validate")
  Validation validate(@RequestBody String body) {
    ParsedDefinition parsed = definitions.read(body);
    return parsed
        .definition()
        .map(
            definition ->
                new Validation(
                    true,
                    definitions.written(definition),
                    definitions.fingerprint(definition),
                    parsed.errors(),
                    parsed.warnings(),
                    Plan.of(definition, blueprints.of(definition)),
                    forecasts.of(definition)))
        .orElseGet(
            () ->
                new Validation(false, null, null, parsed.errors(), parsed.warnings(), null, null));
  }
}
