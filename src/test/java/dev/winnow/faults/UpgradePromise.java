package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workers of before finish their work on a schema that a newer API has expanded meanwhile. */
class UpgradePromise {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final TinyExperiment TRIALS = TinyExperiment.of(6, "1000it").trials(2);
  private static final String NEWER =
      """
      CREATE TABLE newer (id BIGINT PRIMARY KEY);
      ALTER TABLE run ADD COLUMN newer TEXT;
      ALTER TABLE trial ADD COLUMN newer TEXT NOT NULL DEFAULT 'none';
      ALTER TABLE experiment ADD COLUMN newer INTEGER;
      ALTER TABLE lease ADD COLUMN newer TIMESTAMPTZ;
      ALTER TABLE queue_cpu ADD COLUMN newer BOOLEAN NOT NULL DEFAULT false;
      CREATE INDEX newer_run ON run (newer);
      """;

  @Test
  void workers_finish_on_a_schema_that_grew_under_them() throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIALS);
    try (Installation site = Installation.open("upgrade")) {
      Winnow old = site.worker("--winnow.worker.slots=1").ready();
      String experiment = site.api().submit(TRIALS.named("upgrade"));
      site.api().awaitRuns(experiment, 2, LONG);
      Path folder = Installation.folder("upgrade-migrations");
      Files.writeString(folder.resolve("V9000__newer.sql"), NEWER);
      site.apiProcess().stop();
      site.restartApi(
          List.of("--spring.flyway.locations=classpath:db/migration,filesystem:" + folder));
      int before = site.api().runsDone(experiment);
      assertThat(migrations(site)).isEqualTo(1);
      assertThat(before).isLessThan(expected.size());
      Winnow late = site.worker("--winnow.worker.slots=1").ready();
      site.api().awaitEnd(experiment, LONG);
      site.checker().isCompleteWith(experiment, expected);
      assertThat(old.isAlive() && late.isAlive()).isTrue();
      assertThat(old.log()).doesNotContain("failed in attempt");
      assertThat(late.log()).doesNotContain("failed in attempt");
      Measured.say(
          "upgrade: schema expanded after %d of %d runs under an old worker, one more old worker came after it; hashes equal"
              .formatted(before, expected.size()));
    }
  }

  private static long migrations(Installation site) {
    return site.jdbc()
        .sql("SELECT count(*) FROM flyway_schema_history WHERE version = '9000' AND success")
        .query(Long.class)
        .single();
  }
}
