package dev.winnow.web;

import dev.winnow.experiment.NotFound;
import dev.winnow.queue.HeldLease;
import dev.winnow.queue.WorkerPool;
import dev.winnow.queue.WorkerRecord;
import dev.winnow.queue.Workers;
import dev.winnow.web.WorkerSummary.CurrentWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/api/v1/workers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "workers", description = "Who does the work")
class WorkerController {
  /** What a holder says of its work; the queue carries it unread. */
  private record Activity(
      long experiment,
      int trial,
      @Nullable Integer round,
      @Nullable String arm,
      @Nullable Integer replicate) {
    CurrentWork since(Instant instant) {
      return new CurrentWork(experiment, trial, round, arm, replicate, instant);
    }
  }

  private final Workers workers;
  private final JsonMapper mapper;

  WorkerController(Workers workers, JsonMapper mapper) {
    this.workers = workers;
    this.mapper = mapper;
  }

  @Operation(
      operationId = "workers",
      summary = "The workers and the runs they are in",
      description = "Those that run, or ended without saying so within the last day.")
  @GetMapping
  List<WorkerSummary> workers() {
    return workers.list().stream().map(this::summary).toList();
  }

  @Operation(
      operationId = "drainWorker",
      summary = "Have a worker take no more work",
      description =
          "It hands back what it has when the runs under way are done, and says `DRAINING`, then"
              + " `DRAINED`. It may be asked for again. `resume` takes it back, and so does a"
              + " restart of the worker.")
  @PostMapping("/{id}/drain")
  WorkerSummary drain(@PathVariable UUID id) {
    return found(id, workers.drain(id));
  }

  @Operation(operationId = "resumeWorker", summary = "Have a worker take work again")
  @PostMapping("/{id}/resume")
  WorkerSummary resume(@PathVariable UUID id) {
    return found(id, workers.resume(id));
  }

  private WorkerSummary found(UUID id, boolean there) {
    return workers.list().stream()
        .filter(worker -> there && worker.id().equals(id))
        .map(this::summary)
        .findFirst()
        .orElseThrow(() -> new NotFound("There is no worker " + id + ", or it has stopped."));
  }

  private WorkerSummary summary(WorkerRecord worker) {
    return new WorkerSummary(
        worker.id().toString(),
        worker.host(),
        worker.pid(),
        worker.pools().stream().map(WorkerController::word).toList(),
        worker.device(),
        worker.slots(),
        worker.version(),
        worker.java(),
        worker.signatures(),
        worker.startedAt(),
        worker.heartbeatAt(),
        worker.state(),
        worker.leases().stream().flatMap(this::work).toList());
  }

  /** Work of which its holder has said nothing yet is not shown. */
  private Stream<CurrentWork> work(HeldLease lease) {
    Optional<Activity> activity =
        lease.activity().map(json -> mapper.readValue(json, Activity.class));
    return activity.map(known -> known.since(lease.claimedAt())).stream();
  }

  private static String word(WorkerPool pool) {
    return pool.name().toLowerCase(Locale.ROOT);
  }
}
