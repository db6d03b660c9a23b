package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lottery.PruneAt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Criteria that rank weights before they are trained. */
class GradientCriterionRulesTest {
  private final Definitions definitions = DefinitionsForTests.definitions();

  @ParameterizedTest
  @ValueSource(strings = {"snip", "grasp", "synflow"})
  void they_prune_before_training_unless_it_is_said(String criterion) {
    ExperimentDefinition definition = read(criterion, "").definition().orElseThrow();
    assertThat(definition.pruning().pruneAt()).isEqualTo(PruneAt.START);
    String written = definitions.write(definition);
    assertThat(definitions.write(definitions.read(written).definition().orElseThrow()))
        .isEqualTo(written);
  }

  @Test
  void a_criterion_of_trained_weights_may_prune_before_training_too() {
    ExperimentDefinition definition =
        read("magnitude", ", \"pruneAt\": \"0it\"").definition().orElseThrow();
    assertThat(definition.pruning().pruneAt()).isEqualTo(PruneAt.START);
  }

  @Test
  void they_look_at_the_weights_that_are_returned_to() {
    assertThat(errors("\"rewind\": {\"to\": \"500it\"}, ", ", \"pruneAt\": \"500it\"")).isEmpty();
    assertThat(errors("\"rewind\": {\"to\": \"500it\"}, ", "")).contains("/rewind/to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "''|', \"pruneAt\": \"end\"'|/pruning/pruneAt",
        "''|', \"pruneAt\": \"500it\"'|/pruning/pruneAt",
        "'\"rewind\": {\"mode\": \"learning-rate\"}, '|''|/rewind/mode"
      })
  void what_they_cannot_look_at_is_refused(String field, String more, String pointer) {
    assertThat(errors(field, more)).containsExactly(pointer);
  }

  @Test
  void a_control_may_be_pruned_at_once_by_them_too() {
    assertThat(errors("\"arms\": [{\"name\": \"one-shot\"}], ", "")).isEmpty();
  }

  @Test
  void a_batch_has_no_more_examples_than_are_trained_on() {
    String few = "\"name\": \"mnist\", \"validation\": 59930";
    assertThat(errors(json("snip", "").replace("\"name\": \"mnist\"", few)))
        .containsExactly("/pruning/criterion/examples");
  }

  @Test
  void ranking_each_layer_by_itself_gives_a_warning() {
    assertThat(warnings("")).contains("/pruning/scope", "/pruning/strategy");
    assertThat(warnings(", \"scope\": \"global\", \"strategy\": \"one-shot\""))
        .doesNotContain("/pruning/scope", "/pruning/strategy");
  }

  private List<String> warnings(String more) {
    return read("snip", more).warnings().stream()
        .map(warning -> warning.pointer().toString())
        .toList();
  }

  private List<String> errors(String field, String more) {
    return errors(json("snip", more).replace("\"pruning\"", field + "\"pruning\""));
  }

  private List<String> errors(String json) {
    return definitions.read(json).errors().stream()
        .map(error -> error.pointer().toString())
        .toList();
  }

  private ParsedDefinition read(String criterion, String more) {
    return definitions.read(json(criterion, more));
  }

  private static String json(String criterion, String more) {
    return DefinitionsForTests.MINIMAL.replace(
        "\"rounds\": 20", "\"rounds\": 3, \"criterion\": {\"name\": \"" + criterion + "\"}" + more);
  }
}
