package dev.winnow.web.experiment;

import dev.winnow.experiment.ExperimentEvent;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.IllegalParameter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "experiments")
class EventController {
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final EventFeed feed;
  private final ExperimentQueries experiments;

  EventController(EventFeed feed, ExperimentQueries experiments) {
    this.feed = feed;
    this.experiments = experiments;
  }

  @Operation(
      operationId = "events",
      summary = "Follow an experiment (server-sent events)",
      description =
          "An event says that something was committed: read again what you show. Its id is a number"
              + " that counts within the experiment without gaps; its name is `experiment`, `trial`"
              + " or `run`. Begins after the number in the header `Last-Event-ID`, else in `after`,"
              + " else with the first event, so that nothing is missed across reconnects.")
  @ApiResponse(
      responseCode = "200",
      description = "The stream; each event's data is an ExperimentEvent",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = ExperimentEvent.class)))
  @GetMapping(
      path = "/api/v1/experiments/{id}/events",
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  ResponseEntity<SseEmitter> events(
      @PathVariable long id,
      @RequestHeader(LAST_EVENT_ID) Optional<String> lastEventId,
      @RequestParam Optional<String> after) {
    experiments.definition(id);
    long position =
        lastEventId
            .map(value -> number(LAST_EVENT_ID, value))
            .or(() -> after.map(value -> number("after", value)))
            .orElse(0L);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(feed.follow(id, position).emitter());
  }

  private static long number(String parameter, String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw new IllegalParameter(parameter, value, "the id of an event, or 0");
    }
    return Long.parseLong(value);
  }
}
