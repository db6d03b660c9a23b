package dev.winnow.definition;

import static dev.winnow.definition.DefinitionsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.DefinitionWarning;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a definition may say, though it is hardly what was meant. */
class DefinitionWarningsTest {
  private final Definitions definitions = DefinitionsForTests.definitions();

  @Test
  void rates_beside_listed_densities_give_a_warning() {
    assertThat(warnings(with("\"rounds\": 20", "\"densities\": [0.5, 0.1]")))
        .contains("/pruning/removedPerRound");
    assertThat(warnings(with("\"rounds\": 20", "\"rounds\": 3")))
        .doesNotContain("/pruning/removedPerRound");
  }

  @Test
  void late_weights_without_their_learning_rate_give_a_warning() {
    String late = "\"rewind\": {\"to\": \"45000it\", \"mode\": \"%s\"}, \"pruning\"";
    assertThat(warnings(with("\"pruning\"", late.formatted("weights")))).contains("/rewind/to");
    assertThat(warnings(with("\"pruning\"", late.formatted("learning-rate"))))
        .doesNotContain("/rewind/to", "/rewind/mode");
    assertThat(warnings(with("\"pruning\"", late.formatted("fine-tune")))).contains("/rewind/mode");
  }

  private List<String> warnings(String json) {
    return definitions.read(json).warnings().stream()
        .map(warning -> warning.pointer().toString())
        .toList();
  }

  @Test
  void layers_that_run_thin_give_a_warning() {
    ParsedDefinition parsed = definitions.read(with("\"rounds\": 20", "\"rounds\": 50"));
    assertThat(parsed.warnings())
        .extracting(DefinitionWarning::detail)
        .anyMatch(detail -> detail.contains("fc1.weight") && detail.contains("300 units"));
  }
}
