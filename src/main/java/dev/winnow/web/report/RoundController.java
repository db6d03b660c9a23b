package dev.winnow.web.report;

import dev.winnow.lottery.RunKey;
import dev.winnow.report.LearningCurve;
import dev.winnow.report.Reports;
import dev.winnow.report.RoundDetail;
import dev.winnow.report.RunReference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/experiments/{id}/trials/{t}/rounds/{r}")
@Tag(name = "results")
class RoundController {
  private static final String NPZ = FileDownload.NPZ;

  private final Reports reports;

  RoundController(Reports reports) {
    this.reports = reports;
  }

  @Operation(
      operationId = "round",
      summary = "A round of one trial",
      description = "Weights remaining by layer, and the runs that are done.")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  RoundDetail round(
      @PathVariable long id, @PathVariable("t") int trial, @PathVariable("r") int round) {
    return reports.round(id, trial, round);
  }

  @Operation(
      operationId = "learningCurve",
      summary = "All evaluations of one run",
      description =
          "Losses are mean cross-entropies in nats, null where they left the finite numbers. Test"
              + " values are null where the test set was not evaluated.")
  @GetMapping(path = "/learning-curve", produces = MediaType.APPLICATION_JSON_VALUE)
  LearningCurve learningCurve(
      @PathVariable long id,
      @PathVariable("t") int trial,
      @PathVariable("r") int round,
      @RequestParam(defaultValue = "ticket") String arm,
      @RequestParam(defaultValue = "1") int replicate) {
    return reports.learningCurve(place(id, trial, round, arm, replicate));
  }

  @Operation(
      operationId = "maskNpz",
      summary = "A run's mask as a NumPy archive",
      description =
          "One boolean array for each prunable tensor, such as `fc1.weight` of shape [out, in] as"
              + " PyTorch has it; true = kept. Equal masks give equal bytes and ETags."
              + " `numpy.load(\"mask.npz\")[\"fc1.weight\"]`")
  @NpzAnswer
  @GetMapping(
      path = "/mask.npz",
      produces = {NPZ, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  ResponseEntity<FileDownload> npz(
      @PathVariable long id,
      @PathVariable("t") int trial,
      @PathVariable("r") int round,
      @RequestParam(defaultValue = "ticket") String arm,
      @RequestParam(defaultValue = "1") int replicate)
      throws IOException {
    RunReference place = place(id, trial, round, arm, replicate);
    return FileDownload.npz(reports.mask(place), place).answer();
  }

  @Operation(
      operationId = "maskBits",
      summary = "A run's mask as packed bits",
      description =
          "One bit for each prunable weight, 1 = kept: the prunable tensors in the network's order,"
              + " each in row-major order; 8 positions a byte, the lowest bit first, unused bits 0."
              + " `numpy.unpackbits(numpy.fromfile(\"mask.bits\", numpy.uint8),"
              + " bitorder=\"little\")[:size]`")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "304", description = "The file has not changed", content = @Content)
  @GetMapping(
      path = "/mask.bits",
      produces = {
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        MediaType.APPLICATION_PROBLEM_JSON_VALUE
      })
  ResponseEntity<FileDownload> bits(
      @PathVariable long id,
      @PathVariable("t") int trial,
      @PathVariable("r") int round,
      @RequestParam(defaultValue = "ticket") String arm,
      @RequestParam(defaultValue = "1") int replicate)
      throws IOException {
    RunReference place = place(id, trial, round, arm, replicate);
    return FileDownload.bits(reports.mask(place), place).answer();
  }

  private static RunReference place(long id, int trial, int round, String arm, int replicate) {
    return new RunReference(id, trial, new RunKey(round, arm, replicate));
  }
}
