package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConvNetTest {
  private static final ImageShape CIFAR = new ImageShape(3, 32, 32);

  static List<Arguments> networks() {
    return List.of(
        Arguments.of(new Conv2(), 38_592, 4_300_992),
        Arguments.of(new Conv4(), 259_776, 2_425_024),
        Arguments.of(new Conv6(), 1_144_512, 2_261_184));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void it_has_the_papers_weights_on_cifar(Architecture network, int inConvolutions, int all) {
    ParameterLayout layout =
        ParameterLayout.of(network.layers(CIFAR, 10, Choice.of(network.name())));
    assertThat(layout.prunableSize()).isEqualTo(all);
    assertThat(
            layout.prunable().stream()
                .map(ParameterLayout.Place::tensor)
                .filter(TensorSpec::convolutional)
                .mapToInt(TensorSpec::size)
                .sum())
        .isEqualTo(inConvolutions);
  }

  @Test
  void tensors_have_the_shapes_that_pytorch_gives_them() {
    ParameterLayout layout = ParameterLayout.of(new Conv2().layers(CIFAR, 10, Choice.of("conv-2")));
    assertThat(layout.places())
        .extracting(place -> place.tensor().name() + " " + place.tensor().shape())
        .containsExactly(
            "conv1.weight [64, 3, 3, 3]",
            "conv1.bias [64]",
            "conv2.weight [64, 64, 3, 3]",
            "conv2.bias [64]",
            "fc1.weight [256, 16384]",
            "fc1.bias [256]",
            "fc2.weight [256, 256]",
            "fc2.bias [256]",
            "fc3.weight [10, 256]",
            "fc3.bias [10]");
  }

  @Test
  void a_kernels_fans_are_channels_times_its_pixels() {
    TensorSpec first =
        ParameterLayout.of(new Conv4().layers(CIFAR, 10, Choice.of("conv-4")))
            .places()
            .get(0)
            .tensor();
    assertThat(first.fanIn()).isEqualTo(27);
    assertThat(first.fanOut()).isEqualTo(576);
  }

  @Test
  void images_that_cannot_be_halved_that_often_are_refused() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Conv6().layers(new ImageShape(1, 7, 9), 10, Choice.of("conv-6")))
        .withMessage("Images must be at least 8 × 8 pixels, are 7 × 9");
  }
}
