package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MlpTest {
  private static final ImageShape MNIST = new ImageShape(1, 28, 28);

  @Test
  void with_300_and_100_it_is_lenet() {
    assertThat(layers(300, 100))
        .isEqualTo(new LeNet300100().layers(MNIST, 10, Choice.of("lenet-300-100")));
  }

  @Test
  void it_has_as_many_layers_as_widths_and_one_more() {
    ParameterLayout layout = ParameterLayout.of(layers(50, 40, 30, 20));
    assertThat(layout.prunable())
        .extracting(place -> place.tensor().name() + " " + place.tensor().shape())
        .containsExactly(
            "fc1.weight [50, 784]",
            "fc2.weight [40, 50]",
            "fc3.weight [30, 40]",
            "fc4.weight [20, 30]",
            "fc5.weight [10, 20]");
  }

  private static List<LayerSpec> layers(Integer... widths) {
    return new Mlp().layers(MNIST, 10, new Choice("mlp", Map.of("widths", List.of(widths))));
  }
}
