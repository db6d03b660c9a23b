package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.lottery.MaskActions;
import dev.winnow.training.Step;
import org.junit.jupiter.api.Test;

/** A method that reads little of a definition. */
class UnreadFieldsTest {
  private static final String PLAIN =
      DefinitionsForTests.MINIMAL
          .replace(
              "\"pruning\"",
              "\"method\": {\"name\": \"gradual\", \"end\": \"20000it\"}, \"pruning\"")
          .replace("\"rounds\": 20", "\"densities\": [0.2, 0.1]");

  private final Definitions definitions = DefinitionsForTests.definitions();

  @Test
  void what_a_method_does_not_read_is_neither_shown_nor_stored() {
    ExperimentDefinition definition = definitions.read(PLAIN).definition().orElseThrow();
    assertThat(definitions.write(definition))
        .contains(
            "\"pruning\":{\"criterion\":{\"name\":\"magnitude\"},\"scope\":\"layerwise\","
                + "\"densities\":[0.2,0.1],\"excludedLayers\":[],\"rounds\":2}")
        .doesNotContain("rewind", "maskActions");
  }

  @Test
  void the_records_have_defaults_for_it() {
    ExperimentDefinition definition = definitions.read(PLAIN).definition().orElseThrow();
    assertThat(definition.pruning().maskActions()).isEqualTo(MaskActions.ORIGINAL);
    assertThat(definition.rewind().to()).isEqualTo(Step.START);
    assertThat(definitions.restore(definitions.write(definition))).isEqualTo(definition);
  }

  @Test
  void it_is_refused_where_it_is_given() {
    String given =
        PLAIN.replace(
            "\"densities\"",
            "\"strategy\": \"one-shot\", \"removedPerRound\": {\"output\": 0.1}, \"densities\"");
    ParsedDefinition parsed =
        definitions.read(given.replace("\"pruning\"", "\"rewind\": {}, \"pruning\""));
    assertThat(parsed.errors())
        .extracting(
            error -> error.pointer().toString(), DefinitionError::detail, DefinitionError::allowed)
        .contains(
            tuple(
                "/pruning/strategy",
                "The method \"gradual\" does not read this.",
                "no field, or one of the methods imp"))
        .extracting(all -> all.toList().get(0))
        .containsExactlyInAnyOrder("/pruning/strategy", "/pruning/removedPerRound", "/rewind");
  }

  @Test
  void the_method_is_part_of_the_fingerprint_unless_it_is_the_first() {
    String imp =
        DefinitionsForTests.MINIMAL.replace(
            "\"pruning\"", "\"method\": {\"name\": \"imp\"}, \"pruning\"");
    assertThat(fingerprint(imp)).isEqualTo(fingerprint(DefinitionsForTests.MINIMAL));
    assertThat(fingerprint(PLAIN)).isNotEqualTo(fingerprint(PLAIN.replace("20000it", "10000it")));
  }

  private String fingerprint(String json) {
    return definitions.fingerprint(definitions.read(json).definition().orElseThrow());
  }
}
