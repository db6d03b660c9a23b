package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.Method;
import dev.winnow.training.Step;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A method that reads little of a definition. */
class UnreadFieldsTest {
  private static final String PLAIN =
      DefinitionsForTests.MINIMAL.replace(
          "\"pruning\"", "\"method\": {\"name\": \"at-once\"}, \"pruning\"");

  private final Definitions definitions = DefinitionsForTests.definitionsWith(new AtOnce());

  private static final class AtOnce implements Method {
    @Override
    public String name() {
      return "at-once";
    }

    @Override
    public String summary() {
      return "Reads little";
    }

    @Override
    public Set<String> reads() {
      return Set.of("/pruning/rounds", "/pruning/criterion", "/pruning/removedPerRound/default");
    }
  }

  @Test
  void what_a_method_does_not_read_is_neither_shown_nor_stored() {
    ExperimentDefinition definition = definitions.read(PLAIN).definition().orElseThrow();
    assertThat(definitions.write(definition))
        .contains(
            "\"pruning\":{\"criterion\":{\"name\":\"magnitude\"},"
                + "\"removedPerRound\":{\"default\":0.2},\"rounds\":20}")
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
            "\"rounds\": 20",
            "\"rounds\": 20, \"scope\": \"global\", \"removedPerRound\": {\"output\": 0.1}");
    Reading reading = definitions.read(given.replace("\"pruning\"", "\"rewind\": {}, \"pruning\""));
    assertThat(reading.errors())
        .extracting(DefinitionError::pointer, DefinitionError::detail, DefinitionError::allowed)
        .contains(
            tuple(
                "/pruning/removedPerRound/output",
                "The method \"at-once\" does not read this.",
                "no field, or one of the methods imp"))
        .extracting(all -> all.toList().get(0))
        .containsExactlyInAnyOrder("/pruning/scope", "/pruning/removedPerRound/output", "/rewind");
  }

  @Test
  void it_is_no_part_of_the_fingerprint() {
    String imp = PLAIN.replace("at-once", "imp");
    assertThat(fingerprint(PLAIN)).isNotEqualTo(fingerprint(imp));
    assertThat(fingerprint(imp)).isEqualTo(fingerprint(DefinitionsForTests.MINIMAL));
  }

  private String fingerprint(String json) {
    return definitions.fingerprint(definitions.read(json).definition().orElseThrow());
  }
}
