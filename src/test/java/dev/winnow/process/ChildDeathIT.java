package dev.winnow.process;

import static dev.winnow.process.ChildTrials.TICKET;
import static dev.winnow.process.ChildTrials.assertSameNumbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainerDied;
import dev.winnow.training.LearningCurve.Point;
import java.time.Duration;
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

/** A child that ends before its training does, and what is said of it. */
class ChildDeathIT {
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
    TrialSetup setup = ChildTrials.glyphs("800it");
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
    assertThat(killed.iteration()).isBetween(1, 799);
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

  private static void signal(String signal, String pid) {
    try {
      new ProcessBuilder("kill", signal, pid).start().waitFor();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
