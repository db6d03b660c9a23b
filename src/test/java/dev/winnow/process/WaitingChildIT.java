package dev.winnow.process;

import static dev.winnow.process.ChildTrials.TICKET;
import static dev.winnow.process.ChildTrials.assertSameNumbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.TrialSetup;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A child that was released waits for a trial that differs in the seed alone. */
class WaitingChildIT {
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
}
