package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import dev.winnow.training.ComputePath;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against sums over (o, i, ky, kx) in doubles, for two blocks of which one is not full. */
class ConvolutionLayerTest {
  private static final int EXAMPLES = 19;
  private static final Kernels KERNELS = new PlainKernels();

  @ParameterizedTest
  @CsvSource({"1,3,7,6", "2,3,7,6", "2,3,6,9", "3,3,7,8", "1,1,4,5", "2,1,7,6", "3,1,5,2"})
  void sums_are_those_over_the_pixels_that_a_kernel_sees(
      int stride, int kernel, int height, int width) {
    check(
        new LayerSpec.Convolution(
            "conv1", 3, 5, kernel, height, width, stride, Activation.IDENTITY));
  }

  @ParameterizedTest
  @CsvSource({"64,64,2,2", "64,70,4,6", "130,65,6,2"})
  void many_channels_by_winograd_have_the_same_sums(int in, int out, int height, int width) {
    check(new LayerSpec.Convolution("conv1", in, out, 3, height, width, 1, Activation.IDENTITY));
  }

  private static void check(LayerSpec.Convolution spec) {
    Ticket ticket = Trials.ticket(List.of(spec), 1, 1);
    Convolution convolution = Convolution.of(KERNELS, spec, ComputePath.AUTO);
    Parameters parameters =
        convolution.parameters(
            new TicketParameters(
                ticket, Trials.resolved(Trials.sgd("0.1", "0", "0"), 1, "1it", "1it")),
            0);
    FeatureMaps in = FeatureMaps.into(spec);
    FeatureMaps out = FeatureMaps.outOf(spec);
    ConvolutionLayer layer = new ConvolutionLayer(KERNELS, spec, convolution, parameters);
    float[] from = random(in, "in");
    float[] delta = random(out, "delta");
    out.clearBeyond(delta, EXAMPLES);
    float[] to = new float[layer.layout().size(EXAMPLES)];
    float[] inDelta = random(in, "what was left");
    layer.forward(from, to, EXAMPLES);
    layer.backward(from, to, delta, inDelta, EXAMPLES);

    double[] outputs = new double[to.length];
    double[] inputs = new double[from.length];
    double[] gradient = new double[ticket.start().values().length];
    out.forEachRow(
        EXAMPLES,
        (block, row, channel) -> {
          int kernel = spec.kernel();
          int taps = spec.inChannels() * kernel * kernel;
          for (int p = 0; p < out.width() * 16; p++) {
            int o = out.at(block, row, channel, 0) + p;
            int bias = Filters.weights(spec) + channel;
            outputs[o] = ticket.start().value(bias);
            gradient[bias] += delta[o];
            for (int k = 0; k < taps; k++) {
              int w = channel * taps + k;
              int y = spec.stride() * row + k / kernel % kernel - kernel / 2;
              int x = spec.stride() * (p / 16) + k % kernel - kernel / 2;
              int i = in.at(block, y, k / kernel / kernel, x) + p % 16;
              outputs[o] += (double) ticket.start().value(w) * from[i];
              gradient[w] += (double) delta[o] * from[i];
              inputs[i] += (double) ticket.start().value(w) * delta[o];
            }
          }
        });
    assertEqualInside(out, to, outputs);
    assertEqualInside(in, inDelta, inputs);
    float[] flat = new float[gradient.length];
    parameters.copyGradient(flat);
    for (int i = 0; i < gradient.length; i++) {
      assertThat((double) flat[i]).isCloseTo(gradient[i], within(1e-3));
    }
  }

  /** And zero in the border. */
  private static void assertEqualInside(FeatureMaps maps, float[] actual, double[] expected) {
    for (int block = 0; block < FeatureMaps.blocks(EXAMPLES); block++) {
      for (int row = -1; row <= maps.height(); row++) {
        for (int channel = 0; channel < maps.channels(); channel++) {
          for (int column = -1; column <= maps.width(); column++) {
            boolean border =
                row < 0 || row == maps.height() || column < 0 || column == maps.width();
            for (int lane = 0; lane < 16; lane++) {
              int i = maps.at(block, row, channel, column) + lane;
              assertThat((double) actual[i]).isCloseTo(border ? 0 : expected[i], within(1e-4));
            }
          }
        }
      }
    }
  }

  private static float[] random(FeatureMaps maps, String name) {
    RandomStream random = RandomStream.of(1, name);
    float[] values = new float[maps.size(EXAMPLES)];
    maps.forEachRow(
        EXAMPLES,
        (block, row, channel) -> {
          int begin = maps.at(block, row, channel, 0);
          for (int i = begin; i < begin + maps.width() * Kernels.LANES; i++) {
            values[i] = (float) random.nextDouble() - 0.4f;
          }
        });
    return values;
  }
}
