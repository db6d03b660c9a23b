package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.training.ComputePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training whose optimizer remembers the one before it. */
class OptimizerMemoryIT {
  private static final List<Choice> OPTIMIZERS =
      List.of(
          Trials.adam("0.01", "1e-8", "0.01"),
          Trials.sgd("0.05", "0.9", "0.001"),
          Trials.nesterov("0.05", "0.9", "0.001"));

  @ParameterizedTest
  @CsvSource({"DENSE, 1", "DENSE, 0.5", "SPARSE, 0.5", "DL4J, 0.5"})
  void it_goes_on_to_the_bit_as_one_long_training_would(ComputePath path, double density) {
    for (Choice optimizer : OPTIMIZERS) {
      Ticket ticket = Trials.ticket(Trials.SMALL, density, 1);
      Trained whole = train(path, optimizer, 60, training(ticket, 0, Optional.empty()));
      Trained half = train(path, optimizer, 37, training(ticket, 0, Optional.empty()));
      OptimizerMemory memory = half.memory();
      assertThat(memory.updates()).isEqualTo(37);
      assertThat(memory.arrays())
          .hasSize(Trials.PLANS.resolve(setup(path, optimizer, 60).plan()).optimizer().memories());
      Ticket then = new Ticket(ticket.mask(), half.finalWeights());
      TrainingRequest rest = training(then, 37, Optional.of(memory));
      Trained second = train(path, optimizer, 60, rest);
      assertThat(second.finalWeights()).isEqualTo(whole.finalWeights());
      assertThat(second.memory()).isEqualTo(whole.memory());
      assertThat(second.memory().updates()).isEqualTo(60);
      Trained forgetful = train(path, optimizer, 60, training(then, 37, Optional.empty()));
      assertThat(forgetful.finalWeights()).isNotEqualTo(whole.finalWeights());
      assertThat(interrupted(path, optimizer, rest)).isEqualTo(second.finalWeights());
    }
  }

  private static Object interrupted(ComputePath path, Choice optimizer, TrainingRequest training) {
    Checkpoint there;
    try (Trainer trainer = trainer(path, optimizer, 60)) {
      there = Interruption.after(45, trainer, training, Optional.empty());
    }
    try (Trainer trainer = trainer(path, optimizer, 60)) {
      return ((Trained) Interruption.resume(trainer, training, there)).finalWeights();
    }
  }

  private static TrainingRequest training(
      Ticket ticket, int from, Optional<OptimizerMemory> memory) {
    return new TrainingRequest(ticket, from, Set.of(), memory);
  }

  private static Trained train(
      ComputePath path, Choice optimizer, int budget, TrainingRequest training) {
    try (Trainer trainer = trainer(path, optimizer, budget)) {
      return (Trained) trainer.train(training, (point, of) -> {});
    }
  }

  private static Trainer trainer(ComputePath path, Choice optimizer, int budget) {
    TrialSetup setup = setup(path, optimizer, budget);
    Blobs blobs = new Blobs();
    return LocalEngine.open(Trials.PLANS, setup, blobs, blobs.read());
  }

  private static TrialSetup setup(ComputePath path, Choice optimizer, int budget) {
    TrialSetup small = Trials.small(optimizer, budget + "it", "9it");
    return new TrialSetup(small.dataset(), small.layers(), small.plan().on(path), small.seed());
  }
}
