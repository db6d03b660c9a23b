package dev.winnow.web.experiment;

import dev.winnow.experiment.IllegalParameter;
import dev.winnow.experiment.QueueEntry;
import dev.winnow.experiment.QueuedTrialQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/queue", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "workers")
class QueueController {
  private static final int MOST = 1000;

  private final QueuedTrialQueries queue;

  QueueController(QueuedTrialQueries queue) {
    this.queue = queue;
  }

  @Operation(
      operationId = "queue",
      summary = "The trials that wait, and for what",
      description =
          "Higher priority and then longer waits first. `limit` is from 1 to 1000. A trial waits"
              + " for its turn, for a worker of its pool, for a worker with the numeric signature"
              + " it began with, or for some time after a failed attempt; it waits for as long as"
              + " it takes.")
  @GetMapping
  List<QueueEntry> queue(@RequestParam(defaultValue = "200") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalParameter(
          "limit", Integer.toString(limit), "a whole number from 1 to " + MOST);
    }
    return queue.list(limit);
  }
}
