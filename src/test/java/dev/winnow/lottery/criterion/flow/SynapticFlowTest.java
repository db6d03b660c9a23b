package dev.winnow.lottery.criterion.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Ticket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SynapticFlowTest {
  static Stream<List<LayerSpec>> networks() {
    return Stream.of(Trials.SMALL, MapTrials.LAYERS, MapTrials.AVERAGED, MapTrials.NORMALISED);
  }

  @Test
  void it_is_the_sum_over_all_ways_from_inputs_to_outputs() {
    List<LayerSpec> layers = Trials.layers(2, 2, 1, 1);
    // fc1 [[1, -2], [0, 3]], fc2 [[-4, 5]], fc3 [[6]], each before its biases
    float[] values = {1, -2, 0, 3, 9, 9, -4, 5, 9, 6, 9};
    SynapticFlow flow = new SynapticFlow(layers, new Weights(ParameterLayout.of(layers), values));
    assertThat(flow.sum()).isEqualTo((3 * 4 + 3 * 5) * 6);
    float[] gradient = flow.gradient().values();
    assertThat(gradient[1]).isEqualTo(-24f / 162);
    assertThat(gradient[2]).isZero();
    assertThat(gradient[6]).isEqualTo(-18f / 162);
    assertThat(gradient[9]).isEqualTo(27f / 162);
    assertThat(gradient[4]).isZero();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void each_layer_carries_the_whole_flow(List<LayerSpec> layers) {
    for (double density : new double[] {1, 0.5}) {
      Ticket ticket = Trials.ticket(layers, density, 3);
      float[] gradient = new SynapticFlow(layers, ticket.start()).gradient().values();
      for (ParameterLayout.Place place : ticket.mask().layout().prunable()) {
        double budgets = 0;
        for (int i = place.offset(); i < place.end(); i++) {
          budgets += (double) gradient[i] * ticket.start().value(i);
        }
        assertThat(budgets).as(place.tensor().name()).isCloseTo(1, offset(1e-5));
      }
    }
  }

  static Stream<List<LayerSpec>> networksWithManyWays() {
    return Stream.concat(
        networks(), Stream.of(MapTrials.RESIDUAL, MapTrials.DROPPED, MapTrials.LISTED_BLOCKS));
  }

  @ParameterizedTest
  @MethodSource("networksWithManyWays")
  void its_gradient_is_what_small_changes_make_of_the_sum(List<LayerSpec> layers) {
    Weights weights = Trials.ticket(layers, 1, 5).start();
    float[] gradient = new SynapticFlow(layers, weights).gradient().values();
    for (ParameterLayout.Place place : weights.layout().prunable()) {
      for (int n = 0; n < 10; n++) {
        int index = place.offset() + n * (place.tensor().size() - 1) / 9;
        float far = 1e-3f * Math.abs(weights.value(index));
        double above = sum(layers, weights, index, far);
        double below = sum(layers, weights, index, -far);
        double slope =
            (Math.log(above) - Math.log(below))
                / ((double) (weights.value(index) + far) - (weights.value(index) - far));
        assertThat((double) gradient[index])
            .as("%s %d", place.tensor().name(), index)
            .isCloseTo(slope, offset(1e-4 * Math.abs(slope) + 1e-9));
      }
    }
  }

  private static double sum(List<LayerSpec> layers, Weights weights, int index, float change) {
    float[] values = weights.values();
    values[index] += change;
    return new SynapticFlow(layers, new Weights(weights.layout(), values)).sum();
  }

  @Test
  void nothing_flows_where_a_layer_is_cut_through() {
    Ticket cut = Trials.ticket(Trials.SMALL, 0, 1);
    SynapticFlow flow = new SynapticFlow(Trials.SMALL, cut.start());
    assertThat(flow.sum()).isZero();
    assertThat(flow.gradient().values()).containsOnly(0);
  }
}
