package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class Vgg19Test {
  private final List<LayerSpec> layers =
      new Vgg19().layers(new ImageShape(3, 32, 32), 10, Choice.of("vgg-19"));

  @Test
  void it_has_the_papers_20_million_weights_on_cifar() {
    ParameterLayout layout = ParameterLayout.of(layers);
    assertThat(layout.prunableSize()).isEqualTo(20_024_000);
    assertThat(
            layout.prunable().stream()
                .map(ParameterLayout.Place::tensor)
                .filter(TensorSpec::convolutional)
                .mapToInt(TensorSpec::size)
                .sum())
        .isEqualTo(20_018_880);
  }

  @Test
  void sixteen_convolutions_each_with_its_normalisation_and_one_dense_layer_have_weights() {
    assertThat(layers).filteredOn(LayerSpec.Convolution.class::isInstance).hasSize(16);
    assertThat(layers).filteredOn(LayerSpec.BatchNorm.class::isInstance).hasSize(16);
    assertThat(layers).filteredOn(LayerSpec.MaxPool.class::isInstance).hasSize(4);
    assertThat(layers.subList(layers.size() - 2, layers.size()))
        .containsExactly(
            new LayerSpec.AveragePool("pool5", 512, 2, 2),
            new LayerSpec.Dense("fc1", 512, 10, Activation.IDENTITY));
  }

  @Test
  void images_that_cannot_be_halved_four_times_are_refused() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Vgg19().layers(new ImageShape(3, 15, 32), 10, Choice.of("vgg-19")))
        .withMessage("Images must be at least 16 × 16 pixels, are 15 × 32");
  }
}
