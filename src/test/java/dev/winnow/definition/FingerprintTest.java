package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static final String GOLDEN =
      "8284a05ae6e31d0dcfc96e6182adc6d7a22faf31a9776d094d3cb62f60868be7";

  private static final String GOLDEN_LIST =
      "fdbd1112acdb63a324fcd474886b812c152b508ae189cc7624fdea91562b7790";

  private final Definitions definitions = DefinitionsForTests.definitions();

  @Test
  void it_never_changes() {
    assertThat(of(DefinitionsForTests.MINIMAL)).isEqualTo(GOLDEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"minimal\"|\"another name\"",
        "\"rounds\": 20|\"rounds\": 30",
        "0.0012|0.00120",
        "0.0012|1.2e-3",
        "\"pruning\"|\"trials\": {\"count\": 5, \"seed\": 9}, \"pruning\"",
        "\"pruning\"|\"arms\": [{\"name\": \"random-mask\"}], \"pruning\"",
        "\"pruning\"|\"pool\": \"gpu\", \"priority\": 1, \"tags\": [\"a\"], \"pruning\"",
        "\"budget\"|\"batchSize\": 60, \"budget\"",
        "\"budget\"|\"path\": \"auto\", \"budget\"",
        "\"rounds\": 20|\"rounds\": 20, \"densities\": [], \"excludedLayers\": []",
        "\"rounds\": 20|\"rounds\": 20, \"pruneAt\": \"end\", \"maskActions\": {}",
        "\"pruning\"|\"rewind\": {\"mode\": \"weights\", \"optimizerState\": \"reset\"},"
            + " \"pruning\"",
        "\"budget\"|\"schedule\": {\"name\": \"constant\"}, \"warmup\": \"0it\", \"budget\"",
        "\"mnist\"|\"mnist\", \"augmentation\": \"none\"",
        "\"mnist\"|\"mnist\", \"labelNoise\": 0.0",
        "\"pruning\"|\"method\": {\"name\": \"imp\"}, \"pruning\"",
        "\"rounds\": 20|\"rounds\": 20, \"removedPerRound\": {\"convolution\": 0.20}"
      })
  void what_changes_no_number_of_a_trial_leaves_it(String part, String other) {
    assertThat(of(DefinitionsForTests.MINIMAL.replace(part, other))).isEqualTo(GOLDEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0012|0.0013",
        "50000it|50001it",
        "\"mnist\"|\"glyphs\"",
        "\"mnist\"|\"mnist\", \"augmentation\": \"flip\"",
        "\"mnist\"|\"mnist\", \"labelNoise\": 0.1",
        "\"mnist\"|\"mnist\", \"subset\": {\"perClass\": 6000}",
        "\"budget\"|\"schedule\": {\"name\": \"cosine\"}, \"budget\"",
        "\"budget\"|\"warmup\": \"1it\", \"budget\"",
        "\"budget\"|\"batchSize\": 61, \"budget\"",
        "\"budget\"|\"path\": \"dense\", \"budget\"",
        "\"budget\"|\"path\": \"sparse\", \"budget\"",
        "\"rounds\": 20|\"rounds\": 20, \"removedPerRound\": {\"convolution\": 0.1}",
        "\"rounds\": 20|\"rounds\": 20, \"strategy\": \"one-shot\"",
        "\"rounds\": 20|\"rounds\": 20, \"scope\": \"global\"",
        "\"rounds\": 20|\"rounds\": 20, \"pruneAt\": \"500it\"",
        "\"rounds\": 20|\"rounds\": 20, \"excludedLayers\": [\"output\"]",
        "\"rounds\": 20|\"rounds\": 20, \"removedPerRound\": {\"layers\": {\"fc1\": 0.2}}",
        "\"rounds\": 20|\"rounds\": 20, \"maskActions\": {\"kept\": \"sign\"}",
        "\"rounds\": 20|\"densities\": [0.5]",
        "\"pruning\"|\"rewind\": {\"to\": \"500it\"}, \"pruning\"",
        "\"pruning\"|\"rewind\": {\"mode\": \"continue\"}, \"pruning\"",
        "\"pruning\"|\"rewind\": {\"optimizerState\": \"kept\"}, \"pruning\""
      })
  void what_changes_a_trials_numbers_changes_it(String part, String other) {
    assertThat(of(DefinitionsForTests.MINIMAL.replace(part, other))).isNotEqualTo(GOLDEN);
  }

  /** The strides of convolutions are younger than lists of layers. */
  @Test
  void a_list_of_layers_keeps_what_it_had_before_there_were_strides() {
    assertThat(ofLayers("")).isEqualTo(ofLayers(", \"stride\": 1")).isEqualTo(GOLDEN_LIST);
    assertThat(ofLayers(", \"stride\": 2")).isNotEqualTo(GOLDEN_LIST);
  }

  private String ofLayers(String stride) {
    String layers =
        "\"custom\", \"layers\": [{\"kind\": \"convolution\", \"outChannels\": 8%s}, {\"kind\":"
            + " \"dense\"}]";
    return of(DefinitionsForTests.MINIMAL.replace("\"lenet-300-100\"", layers.formatted(stride)));
  }

  private String of(String json) {
    return definitions.fingerprint(definitions.read(json).definition().orElseThrow());
  }
}
