package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildTrainerTest {
  private final LingeringProcess process = new LingeringProcess();

  @Test
  void whoever_watches_over_leases_does_not_wait_for_a_child_that_lingers() throws Exception {
    ChildTrainer trainer = trainer();
    long begin = System.nanoTime();
    Thread watch = new Thread(trainer::close);
    watch.start();
    watch.join(5000);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(watch.isAlive()).isFalse();
    assertThat(process.wasKilled()).isTrue();
    assertThat(process.isAlive()).isTrue();
    process.die();
  }

  @Test
  void the_thread_that_works_on_the_trial_waits_for_its_childs_death() throws Exception {
    ChildTrainer trainer = trainer();
    new Thread(process::dieOnceKilled).start();
    trainer.close();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void what_is_closed_twice_is_killed_once() throws Exception {
    ChildTrainer trainer = trainer();
    process.die();
    trainer.close();
    trainer.close();
    assertThat(process.kills()).isEqualTo(1);
  }

  private ChildTrainer trainer() throws IOException {
    ChildCommand command =
        new ChildCommand(
            EngineSettings.defaults(), Path.of("none"), "", new ApplicationCode.ClassPath("none"));
    ChildProcess child =
        new ChildProcess(process, new ChildLog(1), new Connection(SocketChannel.open()), command);
    Message.Ready ready = new Message.Ready("cpu", "data", Optional.empty());
    return new ChildTrainer(new OpenChild(child, ChildTrials.glyphs("20it"), ready));
  }
}
