package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  private final LayerSpec convolution =
      new LayerSpec.Convolution("conv1", 2, 3, 3, 4, 4, 1, Activation.IDENTITY);
  private final LayerSpec norm = new LayerSpec.BatchNorm("bn1", 3, 4, 4, Activation.RELU);

  @Test
  void tensors_have_the_names_that_pytorch_gives_them_and_none_is_prunable() {
    assertThat(norm.tensors())
        .extracting(tensor -> tensor.name() + " " + tensor.shape() + " " + tensor.prunable())
        .containsExactly(
            "bn1.weight [3] false",
            "bn1.bias [3] false",
            "bn1.running_mean [3] false",
            "bn1.running_var [3] false");
  }

  @Test
  void a_mask_covers_no_more_with_it_than_without() {
    ParameterLayout without = ParameterLayout.of(List.of(convolution));
    ParameterLayout with = ParameterLayout.of(List.of(convolution, norm));
    assertThat(with.prunable()).isEqualTo(without.prunable());
    assertThat(with.size()).isEqualTo(without.size() + 12);
  }

  @Test
  void it_begins_as_the_identity_and_leaves_drawn_weights_as_they_are() {
    float[] without = draw(List.of(convolution));
    float[] with = draw(List.of(convolution, norm));
    assertThat(with).startsWith(without).endsWith(1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1);
  }

  private static float[] draw(List<LayerSpec> layers) {
    return new GlorotNormal()
        .draw(
            ParameterLayout.of(layers),
            Choice.of("glorot-normal"),
            tensor -> RandomStream.of(1, "initialisation", tensor))
        .values();
  }

  @Test
  void maps_without_channels_or_pixels_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerSpec.BatchNorm("bn1", 0, 4, 5, Activation.RELU))
        .withMessage("bn1 needs channels and pixels, has 0 of 4 × 5");
  }
}
