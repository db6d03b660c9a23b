package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ForkFormTest {
  private static final String OTHER =
      """
      {"atRound": 3, "definition": {"training": {"optimizer":
        {"name": "sgd", "learningRate": 0.1}}}}
      """;

  private final Definitions definitions = DefinitionsForTests.definitions();
  private final ForkForm form = new ForkForm(definitions);

  @Test
  void a_kept_state_of_an_optimizer_is_no_other_optimizers() {
    assertThatExceptionOfType(InvalidDefinition.class)
        .isThrownBy(() -> form.read(parent("kept"), OTHER))
        .satisfies(
            invalid ->
                assertThat(invalid.errors())
                    .extracting(error -> error.pointer().toString())
                    .containsExactly("/definition/training/optimizer/name"));
    assertThat(form.read(parent("reset"), OTHER).atRound()).isEqualTo(3);
    String slower = "{\"definition\": {\"training\": {\"budget\": \"9it\"}}, \"atRound\": 3}";
    assertThat(form.read(parent("kept"), slower).atRound()).isEqualTo(3);
  }

  private ExperimentDefinition parent(String state) {
    return definitions
        .read(
            DefinitionsForTests.MINIMAL.replace(
                "\"pruning\"",
                "\"rewind\": {\"optimizerState\": \"%s\"}, \"pruning\"".formatted(state)))
        .definition()
        .orElseThrow();
  }
}
