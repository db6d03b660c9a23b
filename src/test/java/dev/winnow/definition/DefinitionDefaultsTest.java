package dev.winnow.definition;

import static dev.winnow.definition.DefinitionsForTests.read;
import static dev.winnow.definition.DefinitionsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.training.TestEvaluation;
import org.junit.jupiter.api.Test;

/** What a definition means that leaves something out. */
class DefinitionDefaultsTest {
  @Test
  void what_is_left_out_takes_its_default() {
    ExperimentDefinition definition = read(DefinitionsForTests.MINIMAL);
    assertThat(definition.priority()).isEqualTo(50);
    assertThat(definition.dataset().validation()).isEqualTo(5000);
    assertThat(definition.architecture().initialisation().name()).isEqualTo("glorot-normal");
    assertThat(definition.training().batchSize()).isEqualTo(60);
    assertThat(definition.training().testEvaluation()).isEqualTo(TestEvaluation.BEST_AND_LAST);
    Choice optimizer = definition.training().optimizer();
    assertThat(optimizer.name()).isEqualTo("adam");
    assertThat(optimizer.decimal("beta2")).isEqualByComparingTo("0.999");
    assertThat(definition.pruning().strategy()).isEqualTo(PruningStrategy.ITERATIVE);
    assertThat(definition.pruning().removedPerRound().output()).isEqualByComparingTo("0.1");
    assertThat(definition.trials()).isEqualTo(new TrialSettings(1, 1));
  }

  @Test
  void the_output_layer_loses_half_of_what_the_others_do_unless_it_is_said() {
    String rates = ", \"removedPerRound\": {\"default\": 0.5}";
    assertThat(read(with("\"rounds\": 20", "\"rounds\": 20" + rates)).pruning().removedPerRound())
        .satisfies(removed -> assertThat(removed.output()).isEqualByComparingTo("0.25"));
  }

  @Test
  void an_arm_has_its_name_for_an_id_and_runs_in_every_round_after_the_first() {
    ExperimentDefinition definition =
        read(with("\"pruning\"", "\"arms\": [{\"name\": \"random-reinit\"}], \"pruning\""));
    assertThat(definition.arms().get(0).id()).isEqualTo("random-reinit");
    assertThat(definition.arms().get(0).rounds()).hasToString("1-20");
    assertThat(definition.arms().get(0).choice().integer("perTicket")).isEqualTo(1);
  }

  @Test
  void as_many_rounds_as_densities_are_planned() {
    ExperimentDefinition definition = read(with("\"rounds\": 20", "\"densities\": [0.5, 0.1]"));
    assertThat(definition.pruning().rounds()).isEqualTo(2);
  }

  @Test
  void layers_that_are_ranked_together_have_one_rate() {
    String global = "\"rounds\": 20, \"scope\": \"global\"";
    assertThat(read(with("\"rounds\": 20", global)).pruning().removedPerRound().output())
        .isEqualByComparingTo("0.2");
  }
}
