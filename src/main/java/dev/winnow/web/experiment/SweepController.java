package dev.winnow.web.experiment;

import dev.winnow.experiment.IllegalParameter;
import dev.winnow.experiment.Submission;
import dev.winnow.experiment.SubmissionKey;
import dev.winnow.experiment.Submissions;
import dev.winnow.experiment.SweepDetail;
import dev.winnow.experiment.SweepPage;
import dev.winnow.experiment.SweepPlan;
import dev.winnow.experiment.SweepQueries;
import dev.winnow.experiment.Sweeps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/sweeps", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "sweeps", description = "One experiment for each point of a grid")
class SweepController {
  private static final int LONGEST_PAGE = 200;

  private final Sweeps sweeps;
  private final Submissions submissions;
  private final SweepQueries queries;

  SweepController(Sweeps sweeps, Submissions submissions, SweepQueries queries) {
    this.submissions = submissions;
    this.sweeps = sweeps;
    this.queries = queries;
  }

  @Operation(
      operationId = "submitSweep",
      summary = "Submit a sweep",
      description =
          "`grid` gives fields of `definition`, by JSON pointer, the values that they take; every"
              + " combination becomes an experiment, at most 100, all or nothing. The last field"
              + " changes first. `Idempotency-Key` works as when an experiment is submitted.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SubmitSweep.class))))
  @ApiResponse(responseCode = "201", description = "Created; Location says where it is")
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SweepDetail> submit(
      @RequestBody String body, @RequestHeader("Idempotency-Key") Optional<String> key) {
    Submission submission =
        key.map(name -> SubmissionKey.of(name, "sweep: " + body))
            .map(known -> submissions.once(known, () -> sweeps.submit(body)))
            .orElseGet(() -> new Submission(sweeps.submit(body), false));
    SweepDetail sweep = queries.ofExperiment(submission.experiment());
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.created(URI.create("/api/v1/sweeps/" + sweep.summary().id()));
    if (submission.repeated()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(sweep);
  }

  @Operation(
      operationId = "validateSweep",
      summary = "Look at a sweep without submitting it",
      description =
          "Answers 200 with the number of experiments and trainings, and with every fault and the"
              + " points at which it occurs.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SubmitSweep.class))))
  @PostMapping(path = "/validate", consumes = MediaType.APPLICATION_JSON_VALUE)
  SweepPlan validate(@RequestBody String body) {
    return sweeps.plan(body);
  }

  @Operation(
      operationId = "listSweeps",
      summary = "Sweeps, the newest first",
      description = "`limit` is from 1 to 200. `next` of a page is the `cursor` of the following.")
  @GetMapping
  SweepPage list(
      @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw new IllegalParameter(
          "limit", Integer.toString(limit), "a whole number from 1 to " + LONGEST_PAGE);
    }
    return queries.page(limit, cursor);
  }

  @Operation(operationId = "sweep", summary = "A sweep with its experiments")
  @GetMapping("/{id}")
  SweepDetail detail(@PathVariable long id) {
    return queries.detail(id);
  }
}
