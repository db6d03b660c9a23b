package dev.winnow.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.engine.Trials;
import dev.winnow.random.RandomStream;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The networks that are built here against a forward pass and finite differences in plain Java. */
class GradientIT {
  private static final int BATCH = 7;
  private static final List<LayerSpec> LAYERS = Trials.layers(5, 6, 5, 3);

  private final RandomStream random = RandomStream.of(3, "gradient-test");
  private final double[][] inputs = new double[BATCH][5];
  private final int[] labels = new int[BATCH];

  GradientIT() {
    for (int e = 0; e < BATCH; e++) {
      labels[e] = random.nextInt(3);
      for (int i = 0; i < 5; i++) {
        inputs[e][i] = random.nextGaussian();
      }
    }
  }

  @BeforeAll
  static void load() {
    NativeLibrary.loadWithOneThread();
  }

  @Test
  void gradients_equal_finite_differences_in_the_order_of_the_layout() {
    double[] values = values();
    double[] gradient = gradient(values);
    double h = 1e-5;
    for (int i = 0; i < values.length; i++) {
      double[] up = values.clone();
      double[] down = values.clone();
      up[i] += h;
      down[i] -= h;
      double expected = (loss(up) - loss(down)) / (2 * h);
      double scale = Math.max(Math.abs(expected), 1e-3);
      assertThat(gradient[i] / BATCH).as("value %d", i).isCloseTo(expected, within(1e-6 * scale));
    }
  }

  @Test
  void logits_equal_a_plain_forward_pass() {
    double[] values = values();
    ComputationGraph network =
        new ComputationGraph(NetworkConfiguration.forLogits(LAYERS, DataType.DOUBLE));
    network.init(Nd4j.create(values, new long[] {1, values.length}, DataType.DOUBLE), true);
    INDArray logits = network.output(Nd4j.create(inputs))[0];
    for (int e = 0; e < BATCH; e++) {
      assertThat(logits.getRow(e).toDoubleVector())
          .containsExactly(PlainNetwork.logits(LAYERS, values, inputs[e]), within(1e-12));
    }
  }

  private double[] values() {
    float[] start = Trials.ticket(LAYERS, 0.8, 5).start().values();
    double[] values = new double[start.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = start[i];
    }
    return values;
  }

  private double[] gradient(double[] values) {
    ComputationGraph network =
        new ComputationGraph(
            NetworkConfiguration.forTraining(LAYERS, DataType.DOUBLE, new Dropouts(0)));
    network.init(Nd4j.create(values, new long[] {1, values.length}, DataType.DOUBLE), true);
    network.initGradientsView();
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, BATCH, 3);
    for (int e = 0; e < BATCH; e++) {
      oneHot.putScalar(e, labels[e], 1);
    }
    network.setInput(0, Nd4j.create(inputs));
    network.setLabel(0, oneHot);
    network.computeGradientAndScore();
    assertThat(network.score()).isCloseTo(loss(values), within(1e-12));
    return network.getFlattenedGradients().toDoubleVector();
  }

  private double loss(double[] values) {
    double sum = 0;
    for (int e = 0; e < BATCH; e++) {
      double[] logits = PlainNetwork.logits(LAYERS, values, inputs[e]);
      double total = 0;
      for (double logit : logits) {
        total += Math.exp(logit);
      }
      sum += Math.log(total) - logits[labels[e]];
    }
    return sum / BATCH;
  }
}
