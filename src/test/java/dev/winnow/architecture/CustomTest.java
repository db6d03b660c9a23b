package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomTest {
  private static final Map<String, Object> CONVOLUTION =
      Map.of("kind", "convolution", "outChannels", 6);
  private static final Map<String, Object> POOL = Map.of("kind", "max-pool");
  private static final Map<String, Object> MEAN = Map.of("kind", "average-pool");
  private static final Map<String, Object> NORM = Map.of("kind", "batch-norm");
  private static final Map<String, Object> DENSE = Map.of("kind", "dense", "outputs", 20);
  private static final Map<String, Object> OUTPUT = Map.of("kind", "dense");

  @Test
  void each_layer_takes_what_the_one_before_it_gives() {
    assertThat(layers(CONVOLUTION, NORM, POOL, DENSE, NORM, OUTPUT))
        .containsExactly(
            new LayerSpec.Convolution("conv1", 3, 6, 3, 9, 8, 1, Activation.RELU),
            new LayerSpec.BatchNorm("bn1", 6, 9, 8, Activation.RELU),
            new LayerSpec.MaxPool("pool1", 6, 9, 8),
            new LayerSpec.Dense("fc1", 6 * 4 * 4, 20, Activation.RELU),
            new LayerSpec.BatchNorm("bn2", 20, 1, 1, Activation.RELU),
            new LayerSpec.Dense("fc2", 20, 4, Activation.IDENTITY));
  }

  @Test
  void dropout_leaves_the_shape_as_it_is() {
    Map<String, Object> dropout = Map.of("kind", "dropout", "rate", new BigDecimal("0.3"));
    assertThat(layers(CONVOLUTION, dropout, DENSE, Map.of("kind", "dropout"), OUTPUT))
        .contains(
            new LayerSpec.Dropout("dropout1", 6, 9, 8, new BigDecimal("0.3")),
            new LayerSpec.Dropout("dropout2", 20, 1, 1, new BigDecimal("0.5")));
    assertInvalid("/layers/0", "dropout1 has no layer before it", dropout, OUTPUT);
    assertInvalid("/layers/1/rate", "must be", DENSE, Map.of("kind", "dropout", "rate", 1), OUTPUT);
  }

  @Test
  void a_mean_of_each_channel_leaves_as_many_units() {
    assertThat(layers(CONVOLUTION, MEAN, OUTPUT))
        .endsWith(
            new LayerSpec.AveragePool("pool1", 6, 9, 8),
            new LayerSpec.Dense("fc1", 6, 4, Activation.IDENTITY));
  }

  @Test
  void what_does_not_fit_says_which_layer_why_and_what_helps() {
    assertInvalid("/layers/1", "conv1 needs maps, but a dense layer", DENSE, CONVOLUTION, OUTPUT);
    assertInvalid("/layers/2", "average pooling before it", CONVOLUTION, MEAN, POOL, OUTPUT);
    assertInvalid("/layers/0", "bn1 has no layer before it", NORM, OUTPUT);
    assertInvalid(
        "/layers/4",
        "pool4 cannot halve maps of 1 × 1",
        CONVOLUTION,
        POOL,
        POOL,
        POOL,
        POOL,
        OUTPUT);
    assertInvalid("/layers/1/kind", "must be dense, is batch-norm", DENSE, NORM);
    assertInvalid("/layers/0/outputs", "gives 5 numbers", Map.of("kind", "dense", "outputs", 5));
    assertInvalid(
        "/layers/0/activation", "as they are", Map.of("kind", "dense", "activation", "relu"));
    assertInvalid(
        "/layers/0/kernel",
        "no centre",
        Map.of("kind", "convolution", "outChannels", 6, "kernel", 2),
        OUTPUT);
    assertInvalid(
        "/layers/0/stride",
        "from 1 to 4",
        Map.of("kind", "convolution", "outChannels", 6, "stride", 0),
        OUTPUT);
    assertInvalid(
        "/layers/0/padding", "no field \"padding\"", Map.of("kind", "max-pool", "padding", 1));
    assertInvalid("/layers/0/outChannels", "missing", Map.of("kind", "convolution"), OUTPUT);
  }

  private static void assertInvalid(String place, String reason, Object... layers) {
    InvalidValue invalid = catchThrowableOfType(InvalidValue.class, () -> layers(layers));
    assertThat(invalid.place()).hasToString(place);
    assertThat(invalid.reason()).contains(reason);
    assertThat(invalid.remedy()).isNotBlank();
  }

  private static List<LayerSpec> layers(Object... layers) {
    return new Custom()
        .layers(
            new ImageShape(3, 9, 8), 4, new Choice("custom", Map.of("layers", List.of(layers))));
  }
}
