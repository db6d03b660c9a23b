package dev.winnow.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winnow.WinnowApplication;
import dev.winnow.database.TestDatabase;
import dev.winnow.experiment.Definitions;
import dev.winnow.experiment.Laboratory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Training processes that are killed in the middle of a run, under a worker that lives. */
class InterruptedRunIT {
  private static final String DEFINITION =
      """
      {"name": "Long rounds", "dataset": {"name": "glyphs", "validation": 1000},
       "architecture": {"name": "lenet-300-100"},
       "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "%s",
         "evaluateEvery": "500it"},
       "pruning": {"rounds": 1}, "trials": {"count": 1, "seed": %d}}
      """;

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() {
    application =
        new SpringApplicationBuilder(WinnowApplication.class)
            .run(
                "--server.port=0",
                // The tests' own ApiApplication lies in the path that is scanned.
                "--spring.main.allow-bean-definition-overriding=true",
                "--spring.datasource.url=" + DATABASE.url(),
                "--spring.datasource.username=" + DATABASE.user(),
                "--spring.datasource.password=" + DATABASE.password(),
                "--winnow.home=" + Path.of("target/engine-tests").toAbsolutePath(),
                "--winnow.sample-experiment=false",
                "--winnow.worker.slots=2",
                "--winnow.worker.poll=50ms",
                "--winnow.engine.checkpoint-every=300ms");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void a_run_goes_on_from_its_checkpoint_or_the_one_before_and_ends_in_the_same_bits() {
    long undisturbed = submit("2500it", 3);
    await().atMost(LONG).until(() -> state(undisturbed).equals("COMPLETED"));

    long killed = submit("2500it", 3);
    ProcessHandle child = stoppedAfterTwoCheckpoints(killed);
    int before = newestIteration(killed);
    child.destroyForcibly();
    await().atMost(LONG).until(() -> newestIteration(killed) > before);
    child = stoppedAfterTwoCheckpoints(killed);
    flipNewest(killed);
    child.destroyForcibly();

    await().atMost(LONG).until(() -> state(killed).equals("COMPLETED"));
    assertThat(hashes(killed)).hasSize(2).isEqualTo(hashes(undisturbed));
    assertThat(rows("checkpoint", killed)).isZero();
  }

  @Test
  void a_trial_whose_process_dies_again_and_again_fails_and_the_worker_goes_on() {
    long poisoned = submit("900000it", 5);
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              children().forEach(ProcessHandle::destroyForcibly);
              return state(poisoned).equals("FAILED");
            });
    assertThat(reason(poisoned))
        .contains("The training process was killed from outside")
        .endsWith("(3 times)");
    long healthy = submit("50it", 6);
    await().atMost(LONG).until(() -> state(healthy).equals("COMPLETED"));
  }

  private ProcessHandle stoppedAfterTwoCheckpoints(long experiment) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> rows("checkpoint", experiment) == 2);
    ProcessHandle child = child();
    signal("-STOP", child);
    return child;
  }

  /** The one process that trains. */
  private static ProcessHandle child() {
    List<ProcessHandle> children = children();
    assertThat(children).hasSize(1);
    return children.get(0);
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .toList();
  }

  private static void signal(String signal, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long submit(String budget, int seed) {
    return application
        .getBean(Laboratory.class)
        .submit(
            application
                .getBean(Definitions.class)
                .read(DEFINITION.formatted(budget, seed))
                .definition()
                .orElseThrow());
  }

  private static JdbcClient jdbc() {
    return DATABASE.jdbc();
  }

  private static String state(long experiment) {
    return jdbc()
        .sql("select state from experiment where id = ?")
        .param(experiment)
        .query(String.class)
        .single();
  }

  private static String reason(long experiment) {
    return jdbc()
        .sql("select reason from trial where experiment_id = ?")
        .param(experiment)
        .query(String.class)
        .single();
  }

  private static long rows(String table, long experiment) {
    return jdbc()
        .sql("select count(*) from %s where trial_id = ".formatted(table) + TRIAL)
        .param(experiment)
        .query(Long.class)
        .single();
  }

  private static final String TRIAL = "(select id from trial where experiment_id = ?)";

  private static int newestIteration(long experiment) {
    return jdbc()
        .sql(
            "select coalesce(max(round * 1000000 + iteration), 9999999) from checkpoint where trial_id = "
                + TRIAL)
        .param(experiment)
        .query(Integer.class)
        .single();
  }

  private static void flipNewest(long experiment) {
    jdbc()
        .sql(
            """
            update checkpoint_chunk set bytes = set_byte(bytes, 5000, get_byte(bytes, 5000) # 1)
            where sequence = 1 and checkpoint_id =
              (select max(id) from checkpoint where trial_id = %s)
            """
                .formatted(TRIAL))
        .param(experiment)
        .update();
  }

  private static List<String> hashes(long experiment) {
    return jdbc()
        .sql(
            "select mask_sha256 || weights_sha256 from run where trial_id = "
                + TRIAL
                + " order by round")
        .param(experiment)
        .query(String.class)
        .list();
  }
}
