package dev.winnow.web.report;

import dev.winnow.report.Reports;
import dev.winnow.report.curve.Curves;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/experiments/{id}")
@Tag(name = "results", description = "What the runs came to")
class CurveController {
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String SVG = "image/svg+xml;charset=UTF-8";

  private final Reports reports;

  CurveController(Reports reports) {
    this.reports = reports;
  }

  @Operation(
      operationId = "curves",
      summary = "Accuracy and early-stop iteration against weights remaining",
      description =
          "One entry for each arm, one point for each round that at least one trial has completed."
              + " Replicates are averaged within their trial first; n counts trials. Diverged runs"
              + " do not count.")
  @GetMapping(path = "/curves", produces = MediaType.APPLICATION_JSON_VALUE)
  Curves curves(@PathVariable long id) {
    return reports.curves(id);
  }

  @Operation(
      operationId = "curvesCsv",
      summary = "The curves as a table",
      description = "The values of `curves`, one row for each arm and round (RFC 4180).")
  @GetMapping(path = "/curves.csv", produces = CSV)
  ResponseEntity<String> table(@PathVariable long id) {
    String name = "winnow-%d-curves.csv".formatted(id);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(reports.curveTable(id));
  }

  @Operation(
      operationId = "figure",
      summary = "The curves as a picture",
      description =
          "Test accuracy at early stop and the early-stop iteration against weights remaining:"
              + " means over trials, bars from the least to the greatest. A control far below the"
              + " ticket leaves the plot.")
  @GetMapping(path = "/figure.svg", produces = SVG)
  ResponseEntity<String> figure(@PathVariable long id) {
    return ResponseEntity.ok(reports.figure(id));
  }
}
