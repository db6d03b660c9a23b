package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.DefinitionError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Architectures whose layers a definition lists. */
class ListedLayersTest {
  private final Definitions definitions = DefinitionsForTests.definitions();

  @Test
  void they_are_written_with_their_defaults_and_read_back() {
    String layers =
        """
        {"kind": "convolution", "outChannels": 8},
        {"kind": "residual", "layers": [
          {"kind": "batch-norm"}, {"kind": "convolution", "outChannels": 4, "stride": 2}]}
        """;
    ExperimentDefinition definition = definitions.read(listing(layers)).definition().orElseThrow();
    String written = definitions.write(definition);
    assertThat(written)
        .contains(
            """
            "layers":[{"kind":"convolution","outChannels":8,"kernel":3,"stride":1,"activation":"relu"},\
            {"kind":"residual","layers":[{"kind":"batch-norm","activation":"relu"},\
            {"kind":"convolution","outChannels":4,"kernel":3,"stride":2,"activation":"identity"}],\
            "activation":"relu"},\
            {"kind":"dense","activation":"identity"}]\
            """);
    assertThat(definitions.write(definitions.restore(written))).isEqualTo(written);
    assertThat(definitions.write(definitions.read(written).definition().orElseThrow()))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"convolution\", \"outChannels\": 4, \"stride\": 9|/0/stride|9|a whole number from 1 to 4",
        "\"convolution\", \"outChannels\": 4, \"kernel\": 2|/0/kernel|2|1 or 3",
        "\"dense\"|/0/kind|\"dense\"|one of batch-norm, convolution, dropout, max-pool",
      })
  void a_fault_in_a_block_names_the_part_shows_it_and_says_what_helps(
      String layer, String place, String value, String allowed) {
    String layers =
        """
        {"kind": "convolution", "outChannels": 8},
        {"kind": "residual", "layers": [{"kind": %s}]}
        """;
    List<DefinitionError> errors = definitions.read(listing(layers.formatted(layer))).errors();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).pointer()).hasToString("/architecture/layers/1/layers" + place);
    assertThat(errors.get(0).value()).hasToString(value);
    assertThat(errors.get(0).allowed()).isEqualTo(allowed);
  }

  /** With an output layer after these. */
  private static String listing(String layers) {
    return DefinitionsForTests.MINIMAL.replace(
        "\"lenet-300-100\"",
        "\"custom\", \"layers\": [%s, {\"kind\": \"dense\"}]".formatted(layers));
  }
}
