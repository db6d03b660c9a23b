package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.catalog.DefinitionError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a definition a fork may write, and what decided the rounds that it takes over. */
class ForkedSettingsTest {
  private final Definitions definitions = DefinitionsForTests.definitions();
  private final ForkForm form = new ForkForm(definitions);

  private static String fork(String changes) {
    return "{\"atRound\": 3, \"definition\": %s}".formatted(changes);
  }

  private List<DefinitionError> errors(String parent, String changes) {
    ExperimentDefinition before = DefinitionsForTests.read(parent);
    InvalidDefinition invalid =
        catchThrowableOfType(InvalidDefinition.class, () -> form.read(before, fork(changes)));
    return invalid.errors();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": null}",
        "{\"rewind\": null}",
        "{\"rewind\": {\"to\": null}}",
        "{\"rewind\": {\"to\": \"0it\"}}",
        "{\"method\": null}",
        "{\"method\": {\"name\": \"imp\"}}",
        "{\"dataset\": {\"validation\": 5.0e3, \"labelNoise\": 0.00, \"subset\": null}}",
        "{\"architecture\": {\"initialisation\": null}}",
        "{\"architecture\": {\"name\": \"lenet-300-100\"}}",
        "{\"trials\": null}",
        "{\"trials\": {\"count\": 1.0}}",
        "{\"pruning\": {\"densities\": null, \"excludedLayers\": [], \"maskActions\": null}}",
        "{\"pruning\": {\"rounds\": 20.0, \"removedPerRound\": {\"default\": 0.20}}}",
        "{\"pruning\": {\"removedPerRound\": null}}",
        "{\"arms\": [{\"name\": \"random-mask\", \"rounds\": null}]}"
      })
  void what_means_the_same_is_no_change(String changes) {
    ExperimentDefinition parent = DefinitionsForTests.read(DefinitionsForTests.MINIMAL);
    ExperimentDefinition fork = form.read(parent, fork(changes)).definition();
    assertThat(definitions.fingerprint(fork)).isEqualTo(definitions.fingerprint(parent));
    assertThat(fork.trials()).isEqualTo(parent.trials());
    assertThat(fork.name()).isEqualTo("minimal, forked at round 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"rewind\": {\"to\": \"1it\"}}|/definition/rewind|a change of name",
        "{\"method\": {\"name\": \"gradual\"}}|/definition/method|a change of name",
        "{\"dataset\": {\"validation\": 5001}}|/definition/dataset|a change of name",
        "{\"trials\": {\"count\": 2}}|/definition/trials|a change of name",
        "{\"pruning\": {\"scope\": \"global\"}}|/definition/pruning/scope|a change of name",
        "{\"pruning\": {\"criterion\": {\"name\": \"snip\"}, \"pruneAt\": null}}"
            + "|/definition/pruning/pruneAt|a change of name",
        "{\"dataset\": {\"validation\": \"5000\"}}|/definition/dataset/validation|a whole number",
        "{\"trials\": {\"count\": \"1\"}}|/definition/trials/count|a whole number from 1",
        "{\"pruning\": {\"removedPerRound\": {\"default\": \"0.2\"}}}"
            + "|/definition/pruning/removedPerRound/default|a number greater than 0",
        "{\"rewind\": {\"to\": 0}}|/definition/rewind/to|iterations such as",
        "{\"rewind\": 3}|/definition/rewind|an object",
        "{\"pruning\": 3}|/definition/pruning|an object",
        "{\"pruning\": null}|/definition/pruning/rounds|a whole number from 1",
        "{\"architecture\": null}|/definition/architecture|a change of name",
        "{\"architecture\": {\"name\": null}}|/definition/architecture|a change of name",
        "{\"trainings\": {}}|/definition/trainings|one of name",
        "{\"pruning\": {\"rates\": []}}|/definition/pruning/rates|one of strategy"
      })
  void what_cannot_be_read_or_decided_the_rounds_is_named(
      String changes, String pointer, String allowed) {
    assertThat(errors(DefinitionsForTests.MINIMAL, changes))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.pointer()).hasToString(pointer);
              assertThat(error.allowed()).contains(allowed);
            });
  }

  @Test
  void what_the_method_does_not_read_is_told_as_that() {
    String parent =
        DefinitionsForTests.with(
            "\"pruning\": {\"rounds\": 20}",
            "\"method\": {\"name\": \"gradual\", \"end\": \"50it\", \"every\": \"50it\"},"
                + " \"pruning\": {\"densities\": [0.5, 0.3, 0.1]}");
    assertThat(errors(parent, "{\"pruning\": {\"strategy\": \"iterative\"}}"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.pointer()).hasToString("/definition/pruning/strategy");
              assertThat(error.detail()).contains("\"gradual\" does not read this");
            });
  }

  @Test
  void a_default_is_a_change_where_the_parent_has_another_value() {
    String parent =
        DefinitionsForTests.with("\"pruning\"", "\"rewind\": {\"to\": \"500it\"}, \"pruning\"");
    assertThat(errors(parent, "{\"rewind\": null, \"dataset\": {\"validation\": 1}}"))
        .extracting(error -> error.pointer().toString(), DefinitionError::value)
        .satisfiesExactly(
            dataset -> assertThat(dataset.toList().get(0)).isEqualTo("/definition/dataset"),
            rewind -> assertThat(rewind.toList()).containsExactly("/definition/rewind", null));
  }
}
