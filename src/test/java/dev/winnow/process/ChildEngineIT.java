package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Download;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainerDied;
import dev.winnow.training.ComputePath;
import dev.winnow.training.LearningCurve.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildEngineIT {
  private static final Ticket TICKET = Trials.ticket(ChildTrials.LAYERS, 0.5, 1);

  @Test
  void two_children_give_the_same_bits_and_tell_of_progress() {
    ChildEngine engine = ChildTrials.engine();
    List<Point> heard = new ArrayList<>();
    try (Trainer one = engine.open(ChildTrials.glyphs("50it"));
        Trainer two = engine.open(ChildTrials.glyphs("50it"))) {
      assertThat(two.signature()).isEqualTo(one.signature()).startsWith("cpu/java/");
      assertThat(two.dataChecksum()).isEqualTo(one.dataChecksum()).hasSize(64);
      Trained first = (Trained) one.train(TICKET, (point, of) -> heard.add(point));
      assertThat(heard).isEqualTo(first.curve().points()).hasSize(3);
      assertThat(first.atEnd().correct().length()).isBetween(1, 10_000);
      assertSameNumbers(first, two.train(TICKET, (point, of) -> {}));
      assertSameNumbers(first, one.train(TICKET, (point, of) -> {}));
    }
  }

  @Test
  void a_child_differentiates_between_its_trainings() {
    Objective loss = new Objective.Loss(50, 3);
    try (Trainer one = ChildTrials.engine().open(ChildTrials.glyphs("20it"));
        Trainer two = ChildTrials.engine().open(ChildTrials.glyphs("20it"))) {
      Weights gradient = one.gradient(TICKET, loss);
      assertThat(TICKET.mask().apply(gradient)).isEqualTo(gradient);
      Outcome trained = one.train(TICKET, (point, of) -> {});
      assertSameNumbers(trained, two.train(TICKET, (point, of) -> {}));
      assertThat(two.gradient(TICKET, loss)).isEqualTo(gradient);
      assertThatExceptionOfType(EngineFailure.class)
          .isThrownBy(() -> two.gradient(TICKET, new Objective.Loss(1_000_000, 3)))
          .withMessageContaining("count must be from 1 to");
      assertThat(two.gradient(TICKET, new Objective.SynapticFlow())).isNotEqualTo(gradient);
    }
  }

  @Test
  void two_children_give_the_same_bits_with_the_products_of_dl4j() {
    TrialSetup glyphs = ChildTrials.glyphs("50it");
    TrialSetup setup =
        new TrialSetup(
            glyphs.dataset(),
            glyphs.layers(),
            Trials.on(ComputePath.DL4J, glyphs.plan()),
            glyphs.seed());
    try (Trainer one = ChildTrials.engine().open(setup);
        Trainer two = ChildTrials.engine().open(setup)) {
      Trained first = (Trained) one.train(TICKET, (point, of) -> {});
      assertThat(first.path()).isEqualTo("dl4j");
      assertSameNumbers(first, two.train(TICKET, (point, of) -> {}));
    }
  }

  @Test
  void closing_from_another_thread_kills_the_child_and_fails_the_training() throws Exception {
    Trainer trainer = ChildTrials.engine().open(ChildTrials.glyphs("10000000it"));
    long pid = ((ChildTrainer) trainer).pid();
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Outcome> training =
        CompletableFuture.supplyAsync(
            () -> trainer.train(TICKET, (point, of) -> running.countDown()));
    assertThat(running.await(60, TimeUnit.SECONDS)).isTrue();
    trainer.close();
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    assertThat(training)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(EngineFailure.class)
        .withMessage("The training process was stopped");
  }

  @Test
  void a_released_child_serves_the_next_trial_that_differs_in_the_seed_alone() {
    TrialSetup first = ChildTrials.glyphs("50it");
    TrialSetup other = new TrialSetup(first.dataset(), first.layers(), first.plan(), 8);
    try (ChildEngine engine = ChildTrials.engine();
        Trainer fresh = ChildTrials.engine().open(other)) {
      ChildTrainer one = (ChildTrainer) engine.open(first);
      Outcome before = one.train(TICKET, (point, of) -> {});
      engine.release(one);
      one.close();
      ChildTrainer two = (ChildTrainer) engine.open(other);
      assertThat(two.pid()).isEqualTo(one.pid());
      assertSameNumbers(two.train(TICKET, (point, of) -> {}), fresh.train(TICKET, (p, of) -> {}));
      engine.release(two);
      ChildTrainer again = (ChildTrainer) engine.open(first);
      assertThat(again.pid()).isEqualTo(one.pid());
      assertSameNumbers(before, again.train(TICKET, (point, of) -> {}));
      engine.release(again);
      ChildTrainer longer = (ChildTrainer) engine.open(ChildTrials.glyphs("51it"));
      assertThat(longer.pid()).isNotEqualTo(one.pid());
      assertThat(ProcessHandle.of(one.pid()).map(ProcessHandle::isAlive).orElse(false)).isFalse();
      longer.close();
    }
  }

  @Test
  void a_child_that_died_while_it_waited_is_replaced() throws Exception {
    try (ChildEngine engine = ChildTrials.engine()) {
      ChildTrainer one = (ChildTrainer) engine.open(ChildTrials.glyphs("20it"));
      engine.release(one);
      ProcessHandle process = ProcessHandle.of(one.pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get(10, TimeUnit.SECONDS);
      try (Trainer two = engine.open(ChildTrials.glyphs("20it"))) {
        assertThat(two.train(TICKET, (point, of) -> {})).isInstanceOf(Trained.class);
      }
    }
  }

  @Test
  void a_child_waits_no_longer_than_it_may_nor_than_its_engine_lives() throws Exception {
    EngineSettings hasty = EngineSettingsTest.bind(Map.of("winnow.engine.idle-time", "100ms"));
    ChildEngine engine = new ChildEngine(hasty, ChildTrials.DATASETS);
    ProcessHandle child = idle(engine);
    child.onExit().get(10, TimeUnit.SECONDS);
    ChildEngine patient = ChildTrials.engine();
    child = idle(patient);
    patient.close();
    child.onExit().get(10, TimeUnit.SECONDS);
  }

  private static ProcessHandle idle(ChildEngine engine) {
    ChildTrainer trainer = (ChildTrainer) engine.open(ChildTrials.glyphs("20it"));
    ProcessHandle child = ProcessHandle.of(trainer.pid()).orElseThrow();
    engine.release(trainer);
    return child;
  }

  @Test
  void a_crash_in_native_code_is_reported_with_its_file() {
    try (Trainer trainer = ChildTrials.engine().open(ChildTrials.glyphs("10000000it"))) {
      String pid = Long.toString(((ChildTrainer) trainer).pid());
      assertThatExceptionOfType(TrainerDied.class)
          .isThrownBy(() -> trainer.train(TICKET, (point, of) -> signal("-SEGV", pid)))
          .withMessageContaining("crashed in native code, see ")
          .withMessageContaining("crash-" + pid + ".log");
    }
  }

  @Test
  void memory_that_runs_out_is_reported_as_such() {
    TrialSetup glyphs = ChildTrials.glyphs("20it");
    List<LayerSpec> wide = Trials.layers(784, 10_000, 10, 10);
    TrialSetup setup = new TrialSetup(glyphs.dataset(), wide, glyphs.plan(), 1);
    ChildEngine engine = engine(Map.of("winnow.engine.child-heap", "64MB"));
    assertThatExceptionOfType(TrainerDied.class)
        .isThrownBy(
            () -> {
              try (Trainer trainer = engine.open(setup)) {
                trainer.train(Trials.ticket(wide, 1, 1), (point, of) -> {});
              }
            })
        .withMessage(
            "The training process ran out of memory: its heap is limited to 64 MB"
                + " (winnow.engine.child-heap)");
  }

  @Test
  void a_training_that_gives_no_sign_of_life_is_ended() {
    ChildEngine engine = engine(Map.of("winnow.engine.silence-limit", "3s"));
    try (Trainer trainer = engine.open(ChildTrials.glyphs("10000000it"))) {
      String pid = Long.toString(((ChildTrainer) trainer).pid());
      assertThatExceptionOfType(TrainerDied.class)
          .isThrownBy(() -> trainer.train(TICKET, (point, of) -> signal("-STOP", pid)))
          .withMessageContaining("no sign of life for PT3S (winnow.engine.silence-limit)");
    }
  }

  @Test
  void a_training_that_takes_too_long_is_ended() {
    ChildEngine engine = engine(Map.of("winnow.engine.run-limit", "1s"));
    try (Trainer trainer = engine.open(ChildTrials.glyphs("10000000it"))) {
      assertThatExceptionOfType(TrainerDied.class)
          .isThrownBy(() -> trainer.train(TICKET, (point, of) -> {}))
          .withMessageContaining("longer than PT1S (winnow.engine.run-limit)");
    }
  }

  @Test
  void a_killed_training_goes_on_in_another_child_as_if_nothing_had_happened() {
    Map<String, String> often = Map.of("winnow.engine.checkpoint-every", "20ms");
    TrialSetup setup = ChildTrials.glyphs("4000it");
    Trained undisturbed;
    try (Trainer trainer = engine(Map.of()).open(setup)) {
      undisturbed = (Trained) trainer.train(TICKET, (point, of) -> {});
    }
    AtomicReference<Checkpoint> last = new AtomicReference<>();
    try (ChildTrainer trainer = (ChildTrainer) engine(often).open(setup)) {
      assertThatExceptionOfType(TrainerDied.class)
          .isThrownBy(() -> trainer.train(TICKET, new KillAtCheckpoint(trainer.pid(), last)))
          .withMessageContaining("killed from outside (signal 9)");
    }
    Checkpoint killed = Objects.requireNonNull(last.get());
    assertThat(killed.iteration()).isBetween(1, 3999);
    try (Trainer trainer = engine(often).open(setup)) {
      assertSameNumbers(undisturbed, trainer.train(TICKET, new GoOn(killed)));
    }
  }

  private record KillAtCheckpoint(long pid, AtomicReference<Checkpoint> last)
      implements ProgressListener {
    @Override
    public void evaluated(Point point, int iterations) {}

    @Override
    public void passed(int iteration, Supplier<Checkpoint> here) {
      last.set(here.get());
      signal("-KILL", Long.toString(pid));
    }
  }

  private record GoOn(Checkpoint from) implements ProgressListener {
    @Override
    public Optional<Checkpoint> origin() {
      return Optional.of(from);
    }

    @Override
    public void evaluated(Point point, int iterations) {
      assertThat(point.iteration()).isGreaterThan(from.iteration());
    }
  }

  private static ChildEngine engine(Map<String, String> properties) {
    return new ChildEngine(EngineSettingsTest.bind(properties), ChildTrials.DATASETS);
  }

  @Test
  void what_the_child_cannot_do_is_reported_in_its_words(@TempDir Path empty) {
    DatasetProperties nothing = new DatasetProperties(empty, empty, Download.never());
    ChildEngine engine = new ChildEngine(EngineSettings.defaults(), nothing);
    assertThatExceptionOfType(EngineFailure.class)
        .isThrownBy(() -> engine.open(ChildTrials.setup("mnist", "50it")))
        .withMessageContaining("train-images-idx3-ubyte.gz")
        .withMessageContaining("missing");
  }

  @Test
  void a_child_that_refused_a_ticket_trains_the_next_one() {
    try (Trainer trainer = ChildTrials.engine().open(ChildTrials.glyphs("20it"))) {
      Ticket other = Trials.ticket(Trials.SMALL, 1, 1);
      assertThatExceptionOfType(EngineFailure.class)
          .isThrownBy(() -> trainer.train(other, (point, of) -> {}));
      assertThat(trainer.train(TICKET, (point, of) -> {})).isInstanceOf(Trained.class);
    }
  }

  @Test
  void lenet_under_a_huge_learning_rate_diverges() {
    List<LayerSpec> lenet = Trials.layers(784, 300, 100, 10);
    TrialSetup setup =
        new TrialSetup(
            ChildTrials.glyphs("1it").dataset(),
            lenet,
            Trials.plan(Trials.adam("1000000000", "0.00000001", "0"), 60, "5000it", "100it"),
            1);
    try (Trainer trainer = ChildTrials.engine().open(setup)) {
      Outcome outcome = trainer.train(Trials.ticket(lenet, 1, 1), (point, of) -> {});
      assertThat(outcome).isInstanceOf(Diverged.class);
      assertThat(((Diverged) outcome).iteration()).isBetween(1, 100);
    }
  }

  @Test
  void a_child_that_does_not_start_is_reported() {
    EngineSettings none = EngineSettingsTest.bind(Map.of("winnow.engine.java", "/bin/false"));
    ChildEngine engine = new ChildEngine(none, ChildTrials.DATASETS);
    assertThatExceptionOfType(EngineFailure.class)
        .isThrownBy(() -> engine.open(ChildTrials.glyphs("20it")))
        .withMessage("The training process ended with exit code 1");
  }

  @Test
  void a_child_starts_from_the_packaged_jar() {
    Path jar = Path.of(System.getProperty("winnow.jar", "target/none.jar"));
    assumeTrue(Files.exists(jar), jar + " is not built");
    ChildEngine engine =
        new ChildEngine(
            EngineSettings.defaults(), ChildTrials.DATASETS, new ApplicationCode.PackagedJar(jar));
    try (Trainer trainer = engine.open(ChildTrials.glyphs("20it"))) {
      assertThat(trainer.train(TICKET, (point, of) -> {})).isInstanceOf(Trained.class);
    }
  }

  private static void signal(String signal, String pid) {
    try {
      new ProcessBuilder("kill", signal, pid).start().waitFor();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertSameNumbers(Outcome first, Outcome second) {
    assertThat(second.curve()).isEqualTo(first.curve());
    assertThat(((Trained) second).finalWeights()).isEqualTo(((Trained) first).finalWeights());
    assertThat(((Trained) second).atEnd()).isEqualTo(((Trained) first).atEnd());
  }
}
