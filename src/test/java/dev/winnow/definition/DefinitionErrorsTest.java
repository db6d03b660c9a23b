package dev.winnow.definition;

import static dev.winnow.definition.DefinitionsForTests.errors;
import static dev.winnow.definition.DefinitionsForTests.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.catalog.DefinitionError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a definition is named by its pointer. */
class DefinitionErrorsTest {
  @Test
  void all_faults_are_reported_at_once_where_they_are() {
    List<DefinitionError> errors =
        errors(
            """
            {"name": "", "dataset": {"name": "imagenet"}, "architecture": {"name": "lenet-5"},
             "training": {"optimizer": {"name": "adam", "learningRate": -1}, "budget": 50000,
               "momentum": 0.9},
             "pruning": {"rounds": 51, "criterion": {"name": "luck"},
               "removedPerRound": {"default": 1}},
             "arms": [{"name": "random-reinit", "perTicket": 0}, {"name": "none"}]}
            """);
    assertThat(errors)
        .extracting(error -> error.pointer().toString())
        .containsExactlyInAnyOrder(
            "/name",
            "/dataset/name",
            "/architecture/name",
            "/training/optimizer/learningRate",
            "/training/budget",
            "/training/momentum",
            "/pruning/rounds",
            "/pruning/criterion/name",
            "/pruning/removedPerRound/default",
            "/arms/0/perTicket",
            "/arms/1/name");
    assertThat(errors)
        .filteredOn(error -> error.pointer().toString().equals("/dataset/name"))
        .extracting(DefinitionError::allowed)
        .allMatch(allowed -> allowed.contains("mnist") && allowed.contains("glyphs"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"rounds\": 20|\"rounds\": 0|/pruning/rounds",
        "\"rounds\": 20|\"rounds\": 2.5|/pruning/rounds",
        "\"rounds\": 20|\"rounds\": \"20\"|/pruning/rounds",
        "\"rounds\": 20|\"rounds\": 1e999|/pruning/rounds",
        "\"50000it\"|\"50000\"|/training/budget",
        "\"50000it\"|\"0it\"|/training/budget",
        "\"50000it\"|\"99999999ep\"|/training/budget",
        "0.0012|1e-999|/training/optimizer/learningRate",
        "0.0012|0|/training/optimizer/learningRate",
        "\"name\": \"mnist\"|\"name\": \"mnist\", \"validation\": 60000|/dataset/validation",
        "\"budget\"|\"batchSize\": 55001, \"budget\"|/training/batchSize",
        "\"pruning\"|\"rewind\": {\"to\": \"50000it\"}, \"pruning\"|/rewind/to",
        "\"pruning\"|\"rewind\": {\"to\": \"9it\", \"mode\": \"continue\"}, \"pruning\"|/rewind/to",
        "\"pruning\"|\"rewind\": {\"optimizerState\": \"lost\"},"
            + " \"pruning\"|/rewind/optimizerState",
        "\"rounds\": 20|\"rounds\": 20, \"removedPerRound\": {\"layers\": {\"fc9\":"
            + " 0.1}}|/pruning/removedPerRound/layers/fc9",
        "\"rounds\": 20|\"rounds\": 20, \"removedPerRound\": {\"layers\": {\"fc1\":"
            + " 1}}|/pruning/removedPerRound/layers/fc1",
        "\"rounds\": 20|\"rounds\": 20, \"scope\": \"global\", \"removedPerRound\": {\"output\":"
            + " 0.1}|/pruning/removedPerRound/output",
        "\"rounds\": 20|\"rounds\": 20, \"scope\": \"global\", \"removedPerRound\": {\"layers\":"
            + " {\"fc1\": 0.1}}|/pruning/removedPerRound/layers",
        "\"rounds\": 20|\"rounds\": 20, \"excludedLayers\": [\"fc3\","
            + " \"conv1\"]|/pruning/excludedLayers/1",
        "\"rounds\": 20|\"rounds\": 20, \"excludedLayers\": [\"fc1\", \"fc2\","
            + " \"output\"]|/pruning/excludedLayers",
        "\"rounds\": 20|\"rounds\": 20, \"densities\": [0.5]|/pruning/densities",
        "\"rounds\": 20|\"densities\": [0.5, 0.5]|/pruning/densities/1",
        "\"rounds\": 20|\"densities\": [0]|/pruning/densities/0",
        "\"rounds\": 20|\"rounds\": 20, \"pruneAt\": \"50001it\"|/pruning/pruneAt",
        "\"rounds\": 20|\"rounds\": 20, \"pruneAt\": \"soon\"|/pruning/pruneAt",
        "\"rounds\": 20|\"rounds\": 20, \"maskActions\": {\"pruned\":"
            + " \"keep\"}|/pruning/maskActions/pruned",
        "\"pruning\"|\"trials\": {\"seed\": -1}, \"pruning\"|/trials/seed",
        "\"budget\"|\"warmup\": \"50001it\", \"budget\"|/training/warmup",
        "\"budget\"|\"schedule\": {\"name\": \"steps\"}, \"budget\"|/training/schedule/at",
        "\"budget\"|\"schedule\": {\"name\": \"steps\", \"at\": \"20000\"},"
            + " \"budget\"|/training/schedule/at",
        "\"budget\"|\"schedule\": {\"name\": \"steps\", \"at\": \"9it,9it\"},"
            + " \"budget\"|/training/schedule/at",
        "\"budget\"|\"schedule\": {\"name\": \"steps\", \"at\": \"60ep\"},"
            + " \"budget\"|/training/schedule/at",
        "\"budget\"|\"schedule\": {\"name\": \"cosine\", \"end\": 1},"
            + " \"budget\"|/training/schedule/end",
        "\"name\": \"mnist\"|\"name\": \"mnist\", \"subset\": {}|/dataset/subset/perClass",
        "\"name\": \"mnist\"|\"name\": \"mnist\", \"subset\": {\"perClass\":"
            + " 6001}|/dataset/subset/perClass",
        "\"name\": \"mnist\"|\"name\": \"mnist\", \"subset\": {\"perClass\":"
            + " 500}|/dataset/validation",
        "\"name\": \"mnist\"|\"name\": \"mnist\", \"augmentation\":"
            + " \"rotate\"|/dataset/augmentation",
        "\"pruning\"|\"arms\": [{\"name\": \"random-mask\", \"rounds\":"
            + " \"21\"}],\"pruning\"|/arms/0/rounds",
        "\"pruning\"|\"arms\": [{\"name\": \"random-mask\", \"id\":"
            + " \"ticket\"}],\"pruning\"|/arms/0/id",
        "{\"rounds\": 20}|{\"rounds\": 30}, \"arms\": [{\"name\": \"random-mask\"}, {\"name\":"
            + " \"matched-dense\"}]|/arms/1/rounds",
        "\"pruning\"|\"arms\": {}, \"pruning\"|/arms",
        "\"pruning\"|\"pool\": \"tpu\", \"pruning\"|/pool",
        "\"pruning\": {\"rounds\": 20}|\"pruning\": 3|/pruning"
      })
  void a_wrong_value_is_named_by_its_pointer(String right, String wrong, String pointer) {
    assertThat(errors(with(right, wrong)))
        .extracting(error -> error.pointer().toString())
        .containsExactly(pointer);
  }

  @Test
  void names_are_escaped_in_pointers() {
    String layers = "\"rounds\": 20, \"removedPerRound\": {\"layers\": {\"a/b~c\": 0.1}}";
    assertThat(errors(with("\"rounds\": 20", layers)))
        .extracting(error -> error.pointer().toString())
        .containsExactly("/pruning/removedPerRound/layers/a~1b~0c");
    assertThat(errors(with("\"pruning\"", "\"a/b~c\": 1, \"pruning\"")))
        .extracting(error -> error.pointer().toString())
        .containsExactly("/a~1b~0c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp\", \"widths\": [300, 0]|/widths|must be a list of 1 to 20 whole numbers",
        "mlp\", \"widths\": 300|/widths|must be a list",
        "custom\", \"layers\": [{\"kind\": \"dens\"}]|/layers/0/kind|no kind of layer \"dens\"",
        "custom\", \"layers\": [{\"kind\": \"dense\"}, {\"kind\": \"dense\"}]|/layers/0/outputs|is"
            + " missing",
        "custom\", \"layers\": [{\"kind\": \"max-pool\"}, {\"kind\": \"dense\"}]|/layers/0|pool1"
            + " has no layer before it",
        "custom\", \"layers\": [{\"kind\": \"dense\", \"outputs\": 7}]|/layers/0/outputs|gives 7"
            + " numbers, the data have 10 classes",
        "custom\", \"layers\": [{\"kind\": \"dense\", \"outputs\": 99999}, {\"kind\":"
            + " \"dense\"}]||at most",
        "mlp\", \"widths\": [10000, 10000, 10000]||has 207970010 values"
      })
  void a_network_that_cannot_be_is_refused_with_place_and_reason(
      String network, String place, String reason) {
    List<DefinitionError> errors = errors(with("lenet-300-100\"", network));
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).pointer()).hasToString("/architecture" + (place == null ? "" : place));
    assertThat(errors.get(0).detail() + errors.get(0).allowed()).contains(reason);
  }

  @Test
  void early_pruning_has_to_come_after_the_rewind_point() {
    String rewound = with("\"pruning\"", "\"rewind\": {\"to\": \"500it\"}, \"pruning\"");
    assertThat(errors(rewound.replace("20}", "20, \"pruneAt\": \"499it\"}")))
        .extracting(error -> error.pointer().toString())
        .containsExactly("/pruning/pruneAt");
  }

  @Test
  void mask_actions_that_cannot_be_carried_out_are_refused() {
    String kept =
        with("\"pruning\"", "\"rewind\": {\"mode\": \"continue\"}, \"pruning\"")
            .replace("20}", "20, \"maskActions\": {\"kept\": \"signed-constant\"}}");
    assertThat(errors(kept))
        .extracting(error -> error.pointer().toString(), DefinitionError::value)
        .containsExactly(tuple("/pruning/maskActions/kept", "signed-constant"));
    String frozen =
        with("\"budget\"", "\"path\": \"sparse\", \"budget\"")
            .replace("20}", "20, \"maskActions\": {\"pruned\": \"freeze-at-init\"}}");
    assertThat(errors(frozen))
        .extracting(error -> error.pointer().toString())
        .containsExactly("/pruning/maskActions/pruned");
  }

  @Test
  void two_arms_need_two_ids() {
    String arms = "\"arms\": [{\"name\": \"random-mask\"}, {\"name\": \"random-mask\"}], ";
    assertThat(errors(with("\"pruning\"", arms + "\"pruning\"")))
        .extracting(error -> error.pointer().toString())
        .containsExactly("/arms/1/id");
  }
}
