package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepOperationsTest {
  /** Worked out by hand: 60 · 2 · (2 · 1,769,472 + 3 · (37,748,736 + 4,194,304 + 68,096)). */
  @Test
  void the_first_layer_has_no_gradient_of_its_input() {
    assertThat(60 * StepOperations.of(BenchNetwork.CONV_2.layers())).isEqualTo(15_548_682_240.0);
  }

  @ParameterizedTest
  @CsvSource({"CONV_4, 35.2", "CONV_6, 55.2", "RESNET_20, 31.2", "VGG_19, 153"})
  void networks_cost_what_their_layers_cost(BenchNetwork network, double billions) {
    double all = network.batch() * StepOperations.of(network.layers());
    assertThat(all / 1e9).isCloseTo(billions, within(0.01 * billions));
  }
}
