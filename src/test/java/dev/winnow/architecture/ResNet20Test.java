package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.catalog.Choice;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ResNet20Test {
  private final List<LayerSpec> layers =
      new ResNet20().layers(new ImageShape(3, 32, 32), 10, Choice.of("resnet-20"));
  private final ParameterLayout layout = ParameterLayout.of(layers);

  @Test
  void it_has_the_papers_weights_on_cifar() {
    assertThat(layout.prunableSize()).isEqualTo(270_896);
    assertThat(weights(TensorSpec::convolutional)).isEqualTo(270_256);
    assertThat(weights(tensor -> tensor.layer().startsWith("shortcut"))).isEqualTo(2_560);
    assertThat(weights(tensor -> tensor.layer().equals("fc1"))).isEqualTo(640);
  }

  @Test
  void with_all_that_normalisation_keeps_it_is_the_papers_274_thousand() {
    int biasesOfConvolutions =
        layout.places().stream()
            .map(ParameterLayout.Place::tensor)
            .filter(tensor -> tensor.name().matches("(conv|shortcut)\\d+\\.bias"))
            .mapToInt(TensorSpec::size)
            .sum();
    assertThat(layout.size() - biasesOfConvolutions).isEqualTo(274_042);
  }

  private int weights(Predicate<TensorSpec> some) {
    return layout.prunable().stream()
        .map(ParameterLayout.Place::tensor)
        .filter(some)
        .mapToInt(TensorSpec::size)
        .sum();
  }

  @Test
  void three_stages_of_three_blocks_halve_the_maps_twice_and_project_there() {
    List<ResidualBlock> blocks =
        layers.stream()
            .filter(ResidualBlock.class::isInstance)
            .map(ResidualBlock.class::cast)
            .toList();
    assertThat(blocks)
        .extracting(block -> "%s %d".formatted(block.name(), block.shortcut().size()))
        .containsExactly(
            "block1 0",
            "block2 0",
            "block3 0",
            "block4 2",
            "block5 0",
            "block6 0",
            "block7 2",
            "block8 0",
            "block9 0");
    assertThat(blocks.get(3).branch().get(0))
        .isEqualTo(new LayerSpec.Convolution("conv8", 16, 32, 3, 32, 32, 2, Activation.IDENTITY));
    assertThat(blocks.get(6).shortcut())
        .containsExactly(
            new LayerSpec.Convolution("shortcut2", 32, 64, 1, 16, 16, 2, Activation.IDENTITY),
            new LayerSpec.BatchNorm("shortcut2-bn", 64, 8, 8, Activation.IDENTITY));
    assertThat(layers.subList(layers.size() - 2, layers.size()))
        .containsExactly(
            new LayerSpec.AveragePool("pool1", 64, 8, 8),
            new LayerSpec.Dense("fc1", 64, 10, Activation.IDENTITY));
  }

  @Test
  void nineteen_convolutions_are_numbered_from_input_to_output() {
    assertThat(layout.prunable())
        .extracting(place -> place.tensor().layer())
        .startsWith("conv1", "conv2", "conv3")
        .containsSequence("conv8", "conv9", "shortcut1", "conv10")
        .endsWith("conv19", "fc1");
  }

  @Test
  void a_block_without_layers_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResidualBlock("block1", List.of(), List.of(), Activation.RELU))
        .withMessage("block1 needs layers in its branch, has none");
  }
}
