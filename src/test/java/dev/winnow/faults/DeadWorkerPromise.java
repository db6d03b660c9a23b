package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the settings that it comes with, a dead worker's trial is with another within 80 s. */
class DeadWorkerPromise {
  private static final int DEATHS = 2;
  private static final Duration LIMIT = Duration.ofSeconds(80);
  private static final Duration LONG = Duration.ofMinutes(4);

  @Test
  void a_dead_worker_is_replaced_within_80_seconds() throws Exception {
    List<Duration> times = new ArrayList<>();
    try (Installation site = Installation.open("dead-worker")) {
      site.worker().ready();
      site.worker().ready();
      String experiment = site.api().submit(TinyExperiment.of(1, "900000it").named("endless"));
      for (int death = 0; death < DEATHS; death++) {
        Winnow holder = site.awaitHolder(experiment, LONG);
        Winnow spare = site.worker().ready();
        int known = site.leases().entries().size();
        Instant killed = now(site);
        holder.kill();
        Eventually.holds("another has it", LONG, () -> heir(site, known) != null);
        times.add(Duration.between(killed, heir(site, known)));
        assertThat(spare.isAlive()).isTrue();
      }
      assertThat(site.api().post(experiment + "/cancel", "").statusCode()).isEqualTo(200);
    }
    Measured.say(
        "dead worker: replaced after "
            + String.join(", ", times.stream().map(Measured::seconds).toList()));
    assertThat(times).allMatch(time -> time.compareTo(LIMIT) <= 0);
  }

  private static Instant heir(Installation site, int known) {
    return site.leases().entries().stream()
        .skip(known)
        .filter(entry -> !entry.worker().isEmpty())
        .map(LeaseLog.Entry::at)
        .findFirst()
        .orElse(null);
  }

  private static Instant now(Installation site) {
    return site.jdbc()
        .sql("SELECT clock_timestamp()")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
