package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import org.junit.jupiter.api.Test;

class LeNet300100Test {
  private final ParameterLayout layout =
      ParameterLayout.of(
          new LeNet300100().layers(new ImageShape(1, 28, 28), 10, Choice.of("lenet-300-100")));

  @Test
  void it_has_the_papers_266200_weights() {
    assertThat(layout.prunable())
        .extracting(place -> place.tensor().name() + " " + place.tensor().shape())
        .containsExactly("fc1.weight [300, 784]", "fc2.weight [100, 300]", "fc3.weight [10, 100]");
    assertThat(layout.prunableSize()).isEqualTo(266_200);
    assertThat(layout.size()).isEqualTo(266_200 + 410);
  }

  @Test
  void seed_1_gives_the_same_weights_on_every_machine_and_java() {
    Weights weights =
        new GlorotNormal()
            .draw(
                layout,
                Choice.of("glorot-normal"),
                tensor -> RandomStream.of(1, "initialisation", tensor));
    assertThat(weights.sha256())
        .isEqualTo("d7e9d1967644c09e44ebf5799cab51e201afd143f00245909b3a65d41dbeec56");
  }
}
