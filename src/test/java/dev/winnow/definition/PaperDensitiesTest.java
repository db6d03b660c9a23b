package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.LayerBudget;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Presets that rank all layers together have the percentages of 1803.03635, figures 7 and 8. */
class PaperDensitiesTest {
  @Test
  void resnet_spares_its_output_and_its_shortcuts() throws IOException {
    assertThat(percentages("resnet-20-cifar-paper", 2, 4, 6, 8, 10, 12, 14))
        .containsExactly("64.4", "41.7", "27.1", "17.8", "11.8", "8.0", "5.5");
  }

  @Test
  void vgg_spares_its_output() throws IOException {
    assertThat(percentages("vgg-19-cifar-paper", 4, 8, 12, 16, 20, 24, 28))
        .containsExactly("41.0", "16.8", "6.9", "2.8", "1.2", "0.5", "0.2");
  }

  private List<String> percentages(String preset, Integer... rounds) throws IOException {
    Blueprint blueprint = DefinitionsForTests.blueprint(definition(preset));
    return Stream.of(rounds).map(round -> percentage(blueprint, round)).toList();
  }

  private ExperimentDefinition definition(String preset) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/presets/paper/" + preset + ".json"))) {
      String definition = JsonMapper.shared().readTree(file).get("definition").toString();
      return DefinitionsForTests.definitions().read(definition).definition().orElseThrow();
    }
  }

  private static String percentage(Blueprint blueprint, int round) {
    ParameterLayout layout = blueprint.layout();
    int kept = blueprint.budgets().get(round).stream().mapToInt(LayerBudget::keep).sum();
    return new BigDecimal(100)
        .multiply(new BigDecimal(kept))
        .divide(new BigDecimal(layout.prunableSize()), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
