package dev.winnow.definition;

import static dev.winnow.definition.DefinitionsForTests.read;
import static dev.winnow.definition.DefinitionsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Subset;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A definition that is written is read back as it was. */
class WrittenDefinitionTest {
  private final Definitions definitions = DefinitionsForTests.definitions();

  @Test
  void what_is_written_is_read_back() {
    ExperimentDefinition definition =
        read(
            with("\"pruning\"", "\"arms\": [{\"name\": \"random-mask\"}], \"pruning\"")
                .replace(
                    "\"rounds\": 20",
                    "\"densities\": [0.5], \"excludedLayers\": [\"output\"], \"pruneAt\": \"9it\","
                        + " \"removedPerRound\": {\"layers\": {\"fc1\": 0.3}}"));
    String written = definitions.write(definition);
    assertThat(definitions.write(read(written))).isEqualTo(written);
    assertThat(definitions.write(definitions.restore(written))).isEqualTo(written);
  }

  @Test
  void schedules_subsets_and_augmentation_are_written_and_read_back() {
    String json =
        with("\"budget\"", "\"schedule\": {\"name\": \"steps\", \"at\": \"9it,20ep\"}, \"budget\"")
            .replace(
                "\"mnist\"",
                "\"mnist\", \"augmentation\": \"crop\", \"subset\": {\"perClass\": 900}");
    ExperimentDefinition definition = read(json);
    assertThat(definition.training().schedule())
        .isEqualTo(new Choice("steps", Map.of("at", "9it,20ep", "factor", new BigDecimal("0.1"))));
    assertThat(definition.dataset().subset()).contains(new Subset(900, 1));
    String written = definitions.write(definition);
    assertThat(definitions.write(read(written))).isEqualTo(written);
    assertThat(definitions.restore(written)).isEqualTo(definition);
    assertThat(definitions.write(read(DefinitionsForTests.MINIMAL))).doesNotContain("subset");
  }
}
