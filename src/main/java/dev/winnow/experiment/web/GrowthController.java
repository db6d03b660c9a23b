package dev.winnow.experiment.web;

import dev.winnow.experiment.ExperimentArchive;
import dev.winnow.experiment.ExperimentDetail;
import dev.winnow.experiment.Greenhouse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "experiments")
class GrowthController {
  private final Greenhouse greenhouse;
  private final ExperimentArchive experiments;

  GrowthController(Greenhouse greenhouse, ExperimentArchive experiments) {
    this.greenhouse = greenhouse;
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
    greenhouse.grow(id, body);
    return experiments.detail(id);
  }
}
