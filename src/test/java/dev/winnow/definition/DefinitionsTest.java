package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.DefinitionWarning;
import dev.winnow.dataset.Subset;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.training.TestEvaluation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
  private final Definitions definitions = DefinitionsForTests.definitions();

  @Test
  void what_is_left_out_takes_its_default() {
    ExperimentDefinition definition = read(DefinitionsForTests.MINIMAL);
    assertThat(definition.priority()).isEqualTo(50);
    assertThat(definition.dataset().validation()).isEqualTo(5000);
    assertThat(definition.architecture().initialisation().name()).isEqualTo("glorot-normal");
    assertThat(definition.training().batchSize()).isEqualTo(60);
    assertThat(definition.training().testEvaluation()).isEqualTo(TestEvaluation.BEST_AND_LAST);
    Choice optimizer = definition.training().optimizer();
    assertThat(optimizer.name()).isEqualTo("adam");
    assertThat(optimizer.decimal("beta2")).isEqualByComparingTo("0.999");
    assertThat(definition.pruning().strategy()).isEqualTo(PruningStrategy.ITERATIVE);
    assertThat(definition.pruning().removedPerRound().output()).isEqualByComparingTo("0.1");
    assertThat(definition.trials()).isEqualTo(new TrialSettings(1, 1));
  }

  @Test
  void the_output_layer_loses_half_of_what_the_others_do_unless_it_is_said() {
    String rates = ", \"removedPerRound\": {\"default\": 0.5}";
    assertThat(read(with("\"rounds\": 20", "\"rounds\": 20" + rates)).pruning().removedPerRound())
        .satisfies(removed -> assertThat(removed.output()).isEqualByComparingTo("0.25"));
  }

  @Test
  void an_arm_has_its_name_for_an_id_and_runs_in_every_round_after_the_first() {
    ExperimentDefinition definition =
        read(with("\"pruning\"", "\"arms\": [{\"name\": \"random-reinit\"}], \"pruning\""));
    assertThat(definition.arms().get(0).id()).isEqualTo("random-reinit");
    assertThat(definition.arms().get(0).rounds()).hasToString("1-20");
    assertThat(definition.arms().get(0).choice().integer("perTicket")).isEqualTo(1);
  }

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
        "\"rounds\": 20|\"rounds\": 1e99999|/pruning/rounds",
        "\"50000it\"|\"50000\"|/training/budget",
        "\"50000it\"|\"0it\"|/training/budget",
        "\"50000it\"|\"99999999ep\"|/training/budget",
        "0.0012|1e-99999|/training/optimizer/learningRate",
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
  void as_many_rounds_as_densities_are_planned() {
    ExperimentDefinition definition = read(with("\"rounds\": 20", "\"densities\": [0.5, 0.1]"));
    assertThat(definition.pruning().rounds()).isEqualTo(2);
  }

  @Test
  void rates_beside_listed_densities_give_a_warning() {
    assertThat(warnings(with("\"rounds\": 20", "\"densities\": [0.5, 0.1]")))
        .contains("/pruning/removedPerRound");
    assertThat(warnings(with("\"rounds\": 20", "\"rounds\": 3")))
        .doesNotContain("/pruning/removedPerRound");
  }

  @Test
  void layers_that_are_ranked_together_have_one_rate() {
    String global = "\"rounds\": 20, \"scope\": \"global\"";
    assertThat(read(with("\"rounds\": 20", global)).pruning().removedPerRound().output())
        .isEqualByComparingTo("0.2");
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
  void two_arms_need_two_ids() {
    String arms = "\"arms\": [{\"name\": \"random-mask\"}, {\"name\": \"random-mask\"}], ";
    assertThat(errors(with("\"pruning\"", arms + "\"pruning\"")))
        .extracting(error -> error.pointer().toString())
        .containsExactly("/arms/1/id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "3", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}", "NaN"})
  void what_is_no_json_object_is_refused(String text) {
    assertThatThrownBy(() -> definitions.read(text)).isInstanceOf(MalformedDefinition.class);
  }

  @Test
  void layers_that_run_thin_give_a_warning() {
    ParsedDefinition reading = definitions.read(with("\"rounds\": 20", "\"rounds\": 50"));
    assertThat(reading.warnings())
        .extracting(DefinitionWarning::detail)
        .anyMatch(detail -> detail.contains("fc1.weight") && detail.contains("300 units"));
  }

  private ExperimentDefinition read(String json) {
    ParsedDefinition reading = definitions.read(json);
    assertThat(reading.errors()).isEmpty();
    return reading.definition().orElseThrow();
  }

  private List<DefinitionError> errors(String json) {
    ParsedDefinition reading = definitions.read(json);
    assertThat(reading.definition()).isEmpty();
    return reading.errors();
  }

  private static String with(String part, String other) {
    assertThat(DefinitionsForTests.MINIMAL).contains(part);
    return DefinitionsForTests.MINIMAL.replace(part, other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "1e-99999999999", "1e99999999999"})
  void a_number_whose_exponent_is_no_int_is_refused_as_malformed(String number) {
    assertThatThrownBy(() -> definitions.read("{\"name\": " + number + "}"))
        .isInstanceOf(MalformedDefinition.class)
        .hasMessageContaining("exponent");
  }
}
