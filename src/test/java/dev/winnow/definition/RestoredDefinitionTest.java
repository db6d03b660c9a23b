package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Definitions that are in databases. */
class RestoredDefinitionTest {
  /** As the first ones were written. */
  private static final String OLD =
      """
      {"name": "old", "notes": "", "tags": [], "pool": "any", "priority": 50,
       "dataset": {"name": "%s", "validation": 5000, "normalisation": "mean-std"},
       "architecture": {"name": "lenet-300-100", "initialisation": {"name": "glorot-normal"}},
       "training": {"optimizer": {"name": "adam", "learningRate": 0.0012, "beta1": 0.9,
           "beta2": 0.999, "epsilon": 1E-8, "weightDecay": 0}, "batchSize": 60,
         "budget": "50000it", "evaluateEvery": "100it", "testEvaluation": "best-and-last"},
       "pruning": {"strategy": "iterative", "criterion": {"name": "%s"}, "scope": "layerwise",
         "removedPerRound": {"default": 0.2, "output": 0.1}, "rounds": 20},
       "rewind": {"to": "0it"}, "arms": [], "trials": {"count": 1, "seed": 1}}
      """;

  private final Definitions definitions = DefinitionsForTests.definitions();

  @Test
  void what_is_younger_than_a_definition_says_what_it_meant() {
    ExperimentDefinition old = definitions.restore(OLD.formatted("mnist", "magnitude"));
    ExperimentDefinition now =
        definitions
            .read(DefinitionsForTests.MINIMAL.replace("minimal", "old"))
            .definition()
            .orElseThrow();
    assertThat(definitions.same(old, now)).isTrue();
    assertThat(definitions.fingerprint(old)).isEqualTo(definitions.fingerprint(now));
  }

  @Test
  void criteria_ranked_trained_weights_before_a_definition_could_say_when() {
    assertThat(definitions.restore(OLD.formatted("mnist", "snip")).pruning().pruneAt())
        .hasToString("end");
  }

  @Test
  void a_data_set_that_is_gone_does_not_hide_an_experiment() {
    assertThat(definitions.restore(OLD.formatted("gone", "magnitude")).dataset().name())
        .isEqualTo("gone");
  }
}
