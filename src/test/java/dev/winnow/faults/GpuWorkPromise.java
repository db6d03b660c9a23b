package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Work for a GPU waits as long as it must, and nobody tidies it away. */
class GpuWorkPromise {
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final TinyExperiment TINY = TinyExperiment.of(1, "100it");

  @Test
  void work_for_a_gpu_that_has_waited_for_30_days_is_still_there() throws Exception {
    try (Installation site = Installation.open("gpu-work")) {
      String gpu = site.api().submit(TINY.named("gpu").replaceFirst("\\{", "{\"pool\": \"gpu\", "));
      int aged =
          site.jdbc()
              .sql("UPDATE queue_gpu SET execution_time = execution_time - interval '30 days'")
              .update();
      assertThat(aged).isEqualTo(1);
      site.worker(Installation.HASTY).ready();
      String cpu = site.api().submit(TINY.named("cpu"));
      site.api().awaitEnd(cpu, LONG);
      // Long enough for every regular duty of a worker with these settings.
      Eventually.pause(Installation.LEASE.multipliedBy(4));
      Map<String, Object> row =
          site.jdbc().sql("SELECT picked, task_instance FROM queue_gpu").query().singleRow();
      assertThat(row).containsEntry("picked", false);
      assertThat(site.api().state(gpu)).isEqualTo("QUEUED");
      JsonNode waiting = site.api().json(gpu).path("trialList").get(0).path("waiting");
      assertThat(waiting.path("reason").asString()).as(waiting.toString()).isEqualTo("WORKER");
      Measured.say("work for a GPU, aged by 30 days: still there and says what it waits for");
    }
  }
}
