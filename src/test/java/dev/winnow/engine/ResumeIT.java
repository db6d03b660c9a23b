package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.random.RandomStream;
import dev.winnow.training.ComputePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A training interrupted anywhere ends as if nothing had happened. */
class ResumeIT {
  private static final int ITERATIONS = 100;
  private static final List<Choice> OPTIMIZERS =
      List.of(
          Trials.adam("0.01", "1e-8", "0"),
          Trials.adam("0.01", "1e-8", "0.01"),
          Trials.sgd("0.05", "0.9", "0.001"),
          Trials.nesterov("0.05", "0.9", "0.001"));

  @ParameterizedTest
  @CsvSource({"DENSE, 1", "DENSE, 0.5", "SPARSE, 0.5", "SPARSE, 0.1", "DL4J, 0.5"})
  void it_ends_in_the_same_bits(ComputePath path, double density) {
    for (int o = 0; o < OPTIMIZERS.size(); o++) {
      RandomStream random = RandomStream.of(11, "interruptions", path.name(), o);
      Ticket ticket = Trials.ticket(Trials.SMALL, density, 1);
      Trained undisturbed;
      try (Trainer trainer = trainer(path, OPTIMIZERS.get(o), Trials.SMALL)) {
        undisturbed = (Trained) trainer.train(ticket, (point, of) -> {});
      }
      for (int trial = 0; trial < 4; trial++) {
        int first = 1 + random.nextInt(ITERATIONS - 2);
        int second = first + 1 + random.nextInt(ITERATIONS - 1 - first);
        Trained resumed = interrupted(path, OPTIMIZERS.get(o), Trials.SMALL, ticket, first, second);
        String where = "%s, stopped after %d and %d".formatted(OPTIMIZERS.get(o), first, second);
        assertThat(resumed.finalWeights()).as(where).isEqualTo(undisturbed.finalWeights());
        assertThat(resumed.curve()).as(where).isEqualTo(undisturbed.curve());
        assertThat(resumed.atEarlyStop()).as(where).isEqualTo(undisturbed.atEarlyStop());
        assertThat(resumed.atEnd()).as(where).isEqualTo(undisturbed.atEnd());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "SPARSE", "DL4J"})
  void what_dropout_drops_is_the_same_after_it(ComputePath path) {
    List<LayerSpec> layers = new ArrayList<>(Trials.SMALL);
    layers.add(1, new LayerSpec.Dropout("dropout1", 8, 1, 1, new BigDecimal("0.5")));
    Ticket ticket = Trials.ticket(layers, 0.5, 1);
    Trained undisturbed;
    try (Trainer trainer = trainer(path, OPTIMIZERS.get(2), layers)) {
      undisturbed = (Trained) trainer.train(ticket, (point, of) -> {});
    }
    Trained resumed = interrupted(path, OPTIMIZERS.get(2), layers, ticket, 31, 67);
    assertThat(resumed.finalWeights()).isEqualTo(undisturbed.finalWeights());
    assertThat(resumed.curve()).isEqualTo(undisturbed.curve());
    try (Trainer trainer = trainer(path, OPTIMIZERS.get(2), Trials.SMALL)) {
      Trained without = (Trained) trainer.train(ticket, (point, of) -> {});
      assertThat(without.finalWeights()).isNotEqualTo(undisturbed.finalWeights());
    }
  }

  private static Trained interrupted(
      ComputePath path,
      Choice optimizer,
      List<LayerSpec> layers,
      Ticket ticket,
      int first,
      int second) {
    Checkpoint one;
    try (Trainer trainer = trainer(path, optimizer, layers)) {
      one = Interruption.after(first, trainer, ticket, Optional.empty());
    }
    assertThat(one.iteration()).isEqualTo(first);
    try (Trainer trainer = trainer(path, optimizer, layers)) {
      Checkpoint two = Interruption.after(second, trainer, ticket, Optional.of(one));
      return (Trained) Interruption.resume(trainer, ticket, two);
    }
  }

  private static Trainer trainer(ComputePath path, Choice optimizer, List<LayerSpec> layers) {
    TrialSetup small = Trials.small(optimizer, ITERATIONS + "it", "7it");
    TrialSetup setup =
        new TrialSetup(small.dataset(), layers, Trials.on(path, small.plan()), small.seed());
    Blobs blobs = new Blobs();
    return LocalEngine.open(Trials.PLANS, setup, blobs, blobs.read());
  }
}
