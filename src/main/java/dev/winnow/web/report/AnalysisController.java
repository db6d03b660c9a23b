package dev.winnow.web.report;

import dev.winnow.lottery.Arm;
import dev.winnow.lottery.RunKey;
import dev.winnow.report.Analyses;
import dev.winnow.report.RunReference;
import dev.winnow.report.analysis.MaskOverlap;
import dev.winnow.report.analysis.RoundAnalysis;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/experiments/{id}/trials/{t}/rounds/{r}")
@Tag(name = "results")
class AnalysisController {
  private final Analyses analyses;

  AnalysisController(Analyses analyses) {
    this.analyses = analyses;
  }

  @Operation(
      operationId = "roundAnalysis",
      summary = "What training did to a round's ticket",
      description =
          "Layer by layer: histograms of initial and final weights, how far kept and pruned"
              + " weights travelled, sign changes, kept weights of each unit and each input.")
  @GetMapping(path = "/analysis", produces = MediaType.APPLICATION_JSON_VALUE)
  RoundAnalysis analysis(
      @PathVariable long id, @PathVariable("t") int trial, @PathVariable("r") int round) {
    return analyses.round(id, trial, round);
  }

  @Operation(
      operationId = "maskOverlaps",
      summary = "What a round's mask has in common with those of the other trials",
      description = "Beside each number of common weights stands what chance alone would give.")
  @GetMapping(path = "/overlaps", produces = MediaType.APPLICATION_JSON_VALUE)
  List<MaskOverlap> overlaps(
      @PathVariable long id, @PathVariable("t") int trial, @PathVariable("r") int round) {
    return analyses.overlaps(id, trial, round);
  }

  @Operation(
      operationId = "initialWeights",
      summary = "A trial's weights at initialisation as a NumPy archive",
      description =
          "One array of single precision for each tensor, of the dense network: the same in every"
              + " round. Together with a round's mask they are its ticket.")
  @NpzAnswer
  @GetMapping(
      path = "/initial-weights.npz",
      produces = {FileDownload.NPZ, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  ResponseEntity<FileDownload> initial(
      @PathVariable long id, @PathVariable("t") int trial, @PathVariable("r") int round)
      throws IOException {
    return FileDownload.npz(analyses.initial(id, trial), ticket(id, trial, round), "initial")
        .answer();
  }

  @Operation(
      operationId = "finalWeights",
      summary = "The weights that a round's ticket ended with as a NumPy archive",
      description = "One array of single precision for each tensor; pruned weights are 0.")
  @NpzAnswer
  @GetMapping(
      path = "/final-weights.npz",
      produces = {FileDownload.NPZ, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  ResponseEntity<FileDownload> end(
      @PathVariable long id, @PathVariable("t") int trial, @PathVariable("r") int round)
      throws IOException {
    return FileDownload.npz(analyses.end(id, trial, round), ticket(id, trial, round), "final")
        .answer();
  }

  private static RunReference ticket(long id, int trial, int round) {
    return new RunReference(id, trial, new RunKey(round, Arm.TICKET, 1));
  }
}
