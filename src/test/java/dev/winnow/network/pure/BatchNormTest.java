package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.lottery.Ticket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchNormTest {
  private static final Choice ADAM = Trials.adam("0.003", "1e-8", "0");

  @Test
  void scales_and_shifts_do_not_decay_and_running_statistics_are_not_updated() {
    LayerSpec.BatchNorm spec = new LayerSpec.BatchNorm("bn1", 2, 3, 3, Activation.RELU);
    Ticket some = Trials.ticket(List.of(spec), 1, 1);
    NormParameters parameters =
        NormParameters.of(spec, parameters(some, Trials.sgd("0.1", "0.9", "0.5")), 0);
    parameters.running().gradient()[0] = 1;
    parameters.learned().update(1, 1);
    parameters.running().update(1, 1);
    float[] values = new float[8];
    parameters.learned().copyValues(values);
    parameters.running().copyValues(values);
    assertThat(values).isEqualTo(some.start().values());
  }

  @Test
  void what_a_channel_becomes_has_the_shifts_mean_and_the_scales_deviation() {
    int examples = 19;
    LayerSpec.BatchNorm spec = new LayerSpec.BatchNorm("bn1", 3, 5, 4, Activation.IDENTITY);
    Ticket some = Trials.ticket(List.of(spec), 1, 2);
    FeatureMaps maps = FeatureMaps.of(spec);
    BatchNormLayer layer =
        new BatchNormLayer(
            new PlainKernels(), spec, NormParameters.of(spec, parameters(some, ADAM), 0));
    float[] in = new float[layer.layout().size(examples)];
    float[] out = new float[layer.layout().size(examples)];
    for (int i = 0; i < in.length; i++) {
      in[i] = i * 31 % 17 - 3;
    }
    layer.forward(in, out, examples);
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      double squares = 0;
      for (int pixel = 0; pixel < 20; pixel++) {
        for (int e = 0; e < examples; e++) {
          double y = out[maps.at(e / 16, pixel / 4, c, pixel % 4) + e % 16];
          sum += y / (20 * examples);
          squares += y * y / (20 * examples);
        }
      }
      assertThat(sum).isCloseTo(some.start().value(3 + c), within(1e-6));
      assertThat(Math.sqrt(squares - sum * sum))
          .isCloseTo(Math.abs(some.start().value(c)), within(1e-5));
    }
    assertThat(Arrays.copyOf(out, maps.at(0, 0, 0, 0))).containsOnly(0);
  }

  private static TicketParameters parameters(Ticket ticket, Choice optimizer) {
    return new TicketParameters(ticket, Trials.resolved(optimizer, 1, "1it", "1it"));
  }
}
