package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A machine that vanishes in the middle of a transaction, so that PostgreSQL is never told, does
 * not keep its locks for ever.
 */
class VanishedPromise {
  private static final Duration LIMIT = Duration.ofSeconds(80);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final TinyExperiment TRIAL = TinyExperiment.of(6, "200it");

  @Test
  void a_machine_that_vanishes_in_a_transaction_is_replaced() throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIAL);
    CountDownLatch vanished = new CountDownLatch(1);
    Proxy[] cable = new Proxy[1];
    try (Installation site = Installation.open("vanished");
        Proxy theirs =
            Proxy.to(
                site.postgres().port(),
                () ->
                    new CommitTap(
                        () -> {
                          cable[0].swallow();
                          vanished.countDown();
                          return CommitTap.Fate.PASS;
                        }))) {
      cable[0] = theirs;
      Winnow first = site.workerBehind(theirs, Installation.wordy()).ready();
      String experiment = site.api().submit(TRIAL.named("vanished"));
      assertThat(vanished.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      first.kill();
      assertThat(locks(site)).as("transactions that wait for a dead machine").isPositive();
      Winnow heir = site.worker(Installation.HASTY).ready();
      Duration next =
          Eventually.holds(
              "a run is committed", LONG, () -> !site.checker().commits(experiment).isEmpty());
      site.api().awaitEnd(experiment, LONG);
      site.checker().isCompleteWith(experiment, expected);
      assertThat(heir.isAlive()).isTrue();
      Measured.say(
          "vanished in a transaction: another committed a run %s after it was there; all once, hashes equal"
              .formatted(Measured.seconds(next)));
      assertThat(next).isLessThanOrEqualTo(LIMIT);
    }
  }

  private static long locks(Installation site) {
    return site.jdbc()
        .sql("SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'")
        .query(Long.class)
        .single();
  }
}
