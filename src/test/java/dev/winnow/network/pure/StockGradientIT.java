package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.OneOffKernels;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.MaskFactors;
import dev.winnow.training.ComputePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The gradients of every path against that of DL4J's own layers in double precision. */
class StockGradientIT {
  private static final List<LayerSpec> LAYERS = Trials.layers(9, 30, 20, 4);

  private final int[] batch = PureTrials.batch(0);

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.3, 0.1})
  void gradients_equal_those_of_stock_layers(double density) {
    assertThat(errors(density, FastestKernels.choose())).allMatch(error -> error < 1e-6);
    assertThat(errors(density, new PlainKernels())).allMatch(error -> error < 1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.3, 0.1})
  void kernels_that_are_one_off_would_be_noticed(double density) {
    assertThat(errors(density, new OneOffKernels())).allMatch(error -> error > 1e-2);
  }

  /** One error for each path and each kind of images. */
  private List<Double> errors(double density, Kernels kernels) {
    Ticket ticket = Trials.ticket(LAYERS, density, 4);
    List<Double> errors = new ArrayList<>();
    for (Samples samples : List.of(PureTrials.FULL, PureTrials.MOSTLY_BACKGROUND)) {
      for (ComputePath path : List.of(ComputePath.DENSE, ComputePath.SPARSE)) {
        errors.add(error(ticket, kernels, path, samples));
      }
    }
    return errors;
  }

  /** The largest difference ÷ the largest gradient, over kept weights and biases. */
  private double error(Ticket ticket, Kernels kernels, ComputePath path, Samples samples) {
    PureNetwork network =
        PureTrials.network(LAYERS, ticket, Trials.sgd("0.1", "0", "0"), path, samples, kernels);
    network.step(batch);
    float[] actual = network.gradient();
    double[] expected = expected(ticket, samples);
    float[] kept = MaskFactors.of(ticket.mask());
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]) * kept[i]);
      difference = Math.max(difference, Math.abs(expected[i] - actual[i]) * kept[i]);
    }
    return difference / largest;
  }

  private double[] expected(Ticket ticket, Samples samples) {
    float[] start = ticket.start().values();
    MultiLayerNetwork network = stock();
    network.init(Nd4j.create(start, new long[] {1, start.length}).castTo(DataType.DOUBLE), true);
    network.initGradientsView();
    float[] pixels = new float[PureTrials.BATCH * 9];
    PureTrials.reader().read(samples, batch, pixels);
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, PureTrials.BATCH, 4);
    IntStream.range(0, PureTrials.BATCH)
        .forEach(e -> oneHot.putScalar(e, samples.label(batch[e]), 1));
    network.setInput(Nd4j.create(pixels, new long[] {PureTrials.BATCH, 9}).castTo(DataType.DOUBLE));
    network.setLabels(oneHot);
    network.computeGradientAndScore();
    return network.getFlattenedGradients().toDoubleVector();
  }

  private static MultiLayerNetwork stock() {
    return new MultiLayerNetwork(
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .list()
            .layer(new DenseLayer.Builder().nIn(9).nOut(30).activation(Activation.RELU).build())
            .layer(new DenseLayer.Builder().nIn(30).nOut(20).activation(Activation.RELU).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(20)
                    .nOut(4)
                    .activation(Activation.SOFTMAX)
                    .build())
            .build());
  }
}
