package dev.winnow.process;

import static dev.winnow.process.ChildTrials.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Download;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a child process starts, or does not. */
class ChildStartIT {
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
}
