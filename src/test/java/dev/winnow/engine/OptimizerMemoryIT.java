package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.Training;
import dev.winnow.training.Optimizer;
import dev.winnow.training.PathChoice;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training whose optimizer remembers the one before it. */
class OptimizerMemoryIT {
  private static final List<Optimizer> OPTIMIZERS =
      List.of(
          Trials.adam("0.01", "1e-8", "0.01"),
          Trials.sgd("0.05", "0.9", "0.001"),
          new Optimizer.Nesterov(
              new BigDecimal("0.05"), new BigDecimal("0.9"), new BigDecimal("0.001")));

  @ParameterizedTest
  @CsvSource({"DENSE, 1", "DENSE, 0.5", "SPARSE, 0.5", "DL4J, 0.5"})
  void it_goes_on_to_the_bit_as_one_long_training_would(PathChoice path, double density) {
    for (Optimizer optimizer : OPTIMIZERS) {
      Ticket ticket = Trials.ticket(Trials.SMALL, density, 1);
      Trained whole = train(path, optimizer, 60, training(ticket, 0, Optional.empty()));
      Trained half = train(path, optimizer, 37, training(ticket, 0, Optional.empty()));
      OptimizerMemory memory = half.memory();
      assertThat(memory.updates()).isEqualTo(37);
      assertThat(memory.arrays()).hasSize(optimizer.memories());
      Ticket then = new Ticket(ticket.mask(), half.finalWeights());
      Training rest = training(then, 37, Optional.of(memory));
      Trained second = train(path, optimizer, 60, rest);
      assertThat(second.finalWeights()).isEqualTo(whole.finalWeights());
      assertThat(second.memory()).isEqualTo(whole.memory());
      assertThat(second.memory().updates()).isEqualTo(60);
      Trained forgetful = train(path, optimizer, 60, training(then, 37, Optional.empty()));
      assertThat(forgetful.finalWeights()).isNotEqualTo(whole.finalWeights());
      assertThat(interrupted(path, optimizer, rest)).isEqualTo(second.finalWeights());
    }
  }

  private static Object interrupted(PathChoice path, Optimizer optimizer, Training training) {
    Checkpoint there;
    try (Trainer trainer = trainer(path, optimizer, 60)) {
      there = Interruption.after(45, trainer, training, Optional.empty());
    }
    try (Trainer trainer = trainer(path, optimizer, 60)) {
      return ((Trained) Interruption.resume(trainer, training, there)).finalWeights();
    }
  }

  private static Training training(Ticket ticket, int from, Optional<OptimizerMemory> memory) {
    return new Training(ticket, from, Set.of(), memory);
  }

  private static Trained train(
      PathChoice path, Optimizer optimizer, int budget, Training training) {
    try (Trainer trainer = trainer(path, optimizer, budget)) {
      return (Trained) trainer.train(training, (point, of) -> {});
    }
  }

  private static Trainer trainer(PathChoice path, Optimizer optimizer, int budget) {
    TrialSetup small = Trials.small(optimizer, budget + "it", "9it");
    TrialSetup setup =
        new TrialSetup(small.dataset(), small.layers(), small.plan().on(path), small.seed());
    Blobs blobs = new Blobs();
    return LocalEngine.open(setup, blobs, blobs.read());
  }
}
