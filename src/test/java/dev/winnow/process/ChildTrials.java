package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Download;
import dev.winnow.dataset.Normalisation;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import java.nio.file.Path;
import java.util.List;

/** What tests train in child processes: a tiny network on a data set that a child knows. */
final class ChildTrials {
  static final List<LayerSpec> LAYERS = Trials.layers(784, 20, 10, 10);

  static final Ticket TICKET = Trials.ticket(LAYERS, 0.5, 1);

  /** Shared by all tests, so that the images are drawn once. */
  static final DatasetProperties DATASETS =
      new DatasetProperties(
          Path.of("target/engine-tests"), Path.of("target/engine-tests/none"), Download.never());

  private ChildTrials() {}

  static ChildEngine engine() {
    return new ChildEngine(EngineSettings.defaults(), DATASETS);
  }

  static TrialSetup glyphs(String budget) {
    return setup("glyphs", budget);
  }

  static TrialSetup setup(String dataset, String budget) {
    return new TrialSetup(
        new DatasetChoice(dataset, 2000, Normalisation.MEAN_STD),
        LAYERS,
        Trials.plan(Trials.adam("0.0012", "0.00000001", "0"), 60, budget, "20it"),
        7);
  }

  static void assertSameNumbers(Outcome first, Outcome second) {
    assertThat(second.curve()).isEqualTo(first.curve());
    assertThat(((Trained) second).finalWeights()).isEqualTo(((Trained) first).finalWeights());
    assertThat(((Trained) second).atEnd()).isEqualTo(((Trained) first).atEnd());
  }
}
