package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NormalisationTest {
  private static final Dataset MNIST =
      new Mnist(new DatasetProperties(Path.of("home"), Path.of("data"), Download.never()));

  @Test
  void none_maps_pixels_evenly_onto_zero_to_one() {
    float[] table = Normalisation.NONE.table(MNIST);
    assertThat(table).hasSize(256);
    assertThat(table[0]).isZero();
    assertThat(table[51]).isEqualTo(0.2f);
    assertThat(table[255]).isOne();
  }

  @Test
  void mean_std_of_mnist_gives_the_values_that_everyone_uses() {
    float[] table = Normalisation.MEAN_STD.table(MNIST);
    assertThat(table).hasSize(256);
    assertThat(table[0]).isEqualTo((float) (-0.1307 / 0.3081)).isCloseTo(-0.4242f, within(5e-5f));
    assertThat(table[255]).isEqualTo((float) (0.8693 / 0.3081)).isCloseTo(2.8215f, within(5e-5f));
    assertThat(table[51]).isCloseTo(0.2249f, within(5e-5f));
  }

  @Test
  void mean_std_uses_the_figures_of_the_data_set_at_hand() {
    float[] table = Normalisation.MEAN_STD.table(new FakeDataset());
    assertThat(table[0]).isEqualTo(-0.5f);
    assertThat(table[255]).isEqualTo(1.5f);
  }

  @Test
  void each_channel_has_its_own_figures() {
    Dataset cifar =
        new Cifar10(new DatasetProperties(Path.of("home"), Path.of("data"), Download.never()));
    float[] table = Normalisation.MEAN_STD.table(cifar);
    assertThat(table).hasSize(3 * 256);
    assertThat(table[0]).isEqualTo((float) (-0.4914 / 0.2470));
    assertThat(table[256]).isEqualTo((float) (-0.4822 / 0.2435));
    assertThat(table[512 + 255]).isEqualTo((float) (0.5535 / 0.2616));
  }

  @Test
  void a_brighter_pixel_is_a_greater_number() {
    for (Normalisation normalisation : Normalisation.values()) {
      float[] table = normalisation.table(MNIST);
      for (int pixel = 1; pixel < 256; pixel++) {
        assertThat(table[pixel]).isGreaterThan(table[pixel - 1]);
      }
    }
  }
}
