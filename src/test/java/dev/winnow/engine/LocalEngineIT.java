package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Augmentation;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.training.ComputePath;
import dev.winnow.training.LearningCurve.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalEngineIT {
  private static final Choice ADAM = Trials.adam("0.01", "1e-8", "0");

  @Test
  void learns_and_tells_of_it_while_it_runs() {
    List<Point> heard = new ArrayList<>();
    try (Trainer trainer = trainer(Trials.small(ADAM, "300it", "100it"))) {
      Ticket ticket = Trials.ticket(Trials.SMALL, 1, 1);
      Trained trained = (Trained) trainer.train(ticket, (point, of) -> heard.add(point));
      assertThat(heard).isEqualTo(trained.curve().points()).hasSize(3);
      assertThat(trained.atEnd().test().accuracy()).isGreaterThan(0.6);
      assertThat(trained.atEnd().correct().cardinality())
          .isEqualTo(Math.round(trained.atEnd().test().accuracy() * 50));
      assertThat(trained.finalWeights().layout()).isEqualTo(ticket.mask().layout());
      assertThat(trained.path()).isEqualTo("dense");
    }
  }

  @Test
  void a_second_training_begins_with_a_fresh_optimizer_and_ends_in_the_same_bits() {
    Ticket ticket = Trials.ticket(Trials.SMALL, 0.5, 1);
    for (Choice optimizer : List.of(ADAM, Trials.sgd("0.05", "0.9", "0.001"))) {
      Outcome first;
      try (Trainer trainer = trainer(Trials.small(optimizer, "100it", "20it"))) {
        first = trainer.train(ticket, (point, of) -> {});
        assertSameNumbers(first, trainer.train(ticket, (point, of) -> {}));
      }
      try (Trainer trainer = trainer(Trials.small(optimizer, "100it", "20it"))) {
        assertSameNumbers(first, trainer.train(ticket, (point, of) -> {}));
      }
    }
  }

  @Test
  void pruned_weights_stay_pruned_to_the_end() {
    Ticket ticket = Trials.ticket(Trials.SMALL, 0.3, 1);
    try (Trainer trainer = trainer(Trials.small(ADAM, "100it", "50it"))) {
      Trained trained = (Trained) trainer.train(ticket, (point, of) -> {});
      assertThat(ticket.mask().apply(trained.finalWeights())).isEqualTo(trained.finalWeights());
    }
  }

  @Test
  void a_huge_learning_rate_diverges_under_any_optimizer() {
    List<LayerSpec> wide = Trials.layers(9, 300, 100, 4);
    for (Choice optimizer :
        List.of(Trials.adam("1e9", "1e-8", "0"), Trials.sgd("1e9", "0.9", "0"))) {
      TrialSetup small = Trials.small(optimizer, "1000it", "100it");
      TrialSetup setup = new TrialSetup(small.dataset(), wide, small.plan(), 1);
      try (Trainer trainer = trainer(setup)) {
        Outcome outcome = trainer.train(Trials.ticket(wide, 1, 1), (point, of) -> {});
        assertThat(outcome).isInstanceOf(Diverged.class);
        assertThat(((Diverged) outcome).iteration()).isBetween(1, 100);
      }
    }
  }

  @Test
  void a_ticket_of_another_network_is_refused() {
    try (Trainer trainer = trainer(Trials.small(ADAM, "100it", "20it"))) {
      Ticket other = Trials.ticket(Trials.layers(9, 5, 5, 4), 1, 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trainer.train(other, (point, of) -> {}))
          .withMessageContaining("fc1.weight");
    }
  }

  @Test
  void few_weights_take_the_sparse_path_unless_the_plan_says_otherwise() {
    Ticket ticket = Trials.ticket(Trials.SMALL, 0.05, 1);
    assertThat(path(ComputePath.AUTO, ticket)).isEqualTo("sparse");
    assertThat(path(ComputePath.DENSE, ticket)).isEqualTo("dense");
    assertThat(path(ComputePath.SPARSE, Trials.ticket(Trials.SMALL, 1, 1))).isEqualTo("sparse");
  }

  private static String path(ComputePath choice, Ticket ticket) {
    try (Trainer trainer = trainer(on(choice, Trials.small(ADAM, "20it", "20it")))) {
      return trainer.train(ticket, (point, of) -> {}).path();
    }
  }

  @Test
  void an_augmented_training_is_the_same_but_for_rounding_on_every_path_and_another_than_without() {
    Ticket ticket = Trials.ticket(Trials.SMALL, 0.5, 1);
    TrialSetup plain = Trials.small(ADAM, "60it", "20it");
    TrialSetup changed = augmented(plain);
    Trained one = (Trained) outcome(on(ComputePath.DENSE, changed), ticket);
    Trained sparse = (Trained) outcome(on(ComputePath.SPARSE, changed), ticket);
    assertThat(sparse.finalWeights().values())
        .containsExactly(one.finalWeights().values(), within(1e-3f));
    Trained dl4j = (Trained) outcome(on(ComputePath.DL4J, changed), ticket);
    assertThat(dl4j.finalWeights().values())
        .containsExactly(one.finalWeights().values(), within(1e-3f));
    Trained other = (Trained) outcome(plain, ticket);
    assertThat(one.finalWeights()).isNotEqualTo(other.finalWeights());
  }

  @Test
  void wrong_labels_change_what_is_learnt_and_none_of_them_changes_nothing() {
    Ticket ticket = Trials.ticket(Trials.SMALL, 0.5, 1);
    TrialSetup plain = Trials.small(ADAM, "60it", "20it");
    Trained clean = (Trained) outcome(plain, ticket);
    Trained none = (Trained) outcome(noisy(plain, "0"), ticket);
    Trained some = (Trained) outcome(noisy(plain, "0.4"), ticket);
    assertThat(none.finalWeights()).isEqualTo(clean.finalWeights());
    assertThat(some.finalWeights()).isNotEqualTo(clean.finalWeights());
    assertThat(((Trained) outcome(noisy(plain, "0.4"), ticket)).finalWeights())
        .isEqualTo(some.finalWeights());
  }

  private static TrialSetup noisy(TrialSetup setup, String share) {
    DatasetChoice choice = setup.dataset();
    return new TrialSetup(
        new DatasetChoice(
            choice.name(),
            choice.validation(),
            choice.normalisation(),
            choice.augmentation(),
            new BigDecimal(share),
            choice.subset()),
        setup.layers(),
        setup.plan(),
        setup.seed());
  }

  private static TrialSetup augmented(TrialSetup setup) {
    DatasetChoice choice = setup.dataset();
    return new TrialSetup(
        new DatasetChoice(
            choice.name(),
            choice.validation(),
            choice.normalisation(),
            Augmentation.FLIP,
            choice.subset()),
        setup.layers(),
        setup.plan(),
        setup.seed());
  }

  private static Outcome outcome(TrialSetup setup, Ticket ticket) {
    try (Trainer trainer = trainer(setup)) {
      return trainer.train(ticket, (point, of) -> {});
    }
  }

  @Test
  void dl4j_trains_where_the_plan_asks_for_it() {
    Ticket ticket = Trials.ticket(Trials.SMALL, 0.5, 1);
    assertThat(path(ComputePath.DL4J, ticket)).isEqualTo("dl4j");
  }

  @Test
  void the_signature_of_pure_java_names_no_machine_and_that_of_dl4j_names_all() {
    TrialSetup setup = Trials.small(ADAM, "1it", "1it");
    try (Trainer trainer = trainer(setup)) {
      assertThat(trainer.signature()).isEqualTo("cpu/java/order 4");
      assertThat(trainer.dataChecksum()).isEqualTo("blobs");
    }
    try (Trainer trainer = trainer(on(ComputePath.DL4J, setup))) {
      assertThat(trainer.signature())
          .matches("cpu/nd4j-native [a-z0-9_-]+/openblas [A-Z0-9]+/1 thread");
    }
  }

  private static TrialSetup on(ComputePath choice, TrialSetup setup) {
    return new TrialSetup(
        setup.dataset(), setup.layers(), Trials.on(choice, setup.plan()), setup.seed());
  }

  private static Trainer trainer(TrialSetup setup) {
    Blobs blobs = new Blobs();
    return LocalEngine.open(Trials.PLANS, setup, blobs, blobs.read());
  }

  private static void assertSameNumbers(Outcome first, Outcome second) {
    assertThat(second.curve()).isEqualTo(first.curve());
    assertThat(((Trained) second).finalWeights()).isEqualTo(((Trained) first).finalWeights());
    assertThat(((Trained) second).atEnd()).isEqualTo(((Trained) first).atEnd());
  }
}
