package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Shape;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.kernels.OneOffKernels;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.MaskFactors;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Gradients through convolutions and pooling against DL4J's own layers in double precision. */
class StockMapGradientIT {
  private static final List<LayerSpec> LAYERS = MapTrials.LAYERS;

  private final int[] batch = MapTrials.batch(0);

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.3, 0.1})
  void gradients_equal_those_of_stock_layers(double density) {
    Ticket ticket = Trials.ticket(LAYERS, density, 4);
    assertThat(error(ticket, FastestKernels.choose())).isLessThan(1e-6);
    assertThat(error(ticket, new PlainKernels())).isLessThan(1e-6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.3, 0.1})
  void kernels_that_are_one_off_would_be_noticed(double density) {
    assertThat(error(Trials.ticket(LAYERS, density, 4), new OneOffKernels())).isGreaterThan(1e-2);
  }

  /** The largest difference ÷ the largest gradient, over kept weights and biases. */
  private double error(Ticket ticket, Kernels kernels) {
    PureNetwork network =
        new PureNetworks(
                LAYERS,
                Trials.resolved(Trials.sgd("0.1", "0", "0"), MapTrials.BATCH, "1it", "1it"),
                new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
                kernels)
            .of(ticket);
    network.step(batch);
    float[] actual = network.gradient();
    double[] expected = expected(ticket);
    float[] kept = MaskFactors.of(ticket.mask());
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]) * kept[i]);
      difference = Math.max(difference, Math.abs(expected[i] - actual[i]) * kept[i]);
    }
    return difference / largest;
  }

  private double[] expected(Ticket ticket) {
    MultiLayerNetwork network = stock();
    network.init();
    float[] start = ticket.start().values();
    int offset = 0;
    for (String key : keys()) {
      INDArray values = ofLayout(network.getParam(key));
      for (int i = 0; i < values.length(); i++) {
        values.putScalar(i, start[offset++]);
      }
      ofLayout(network.getParam(key)).assign(values);
    }
    network.initGradientsView();
    network.setInput(input());
    network.setLabels(labels());
    network.computeGradientAndScore();
    double[] gradient = new double[start.length];
    offset = 0;
    for (String key : keys()) {
      INDArray some = ofLayout(network.gradient().getGradientFor(key)).dup('c');
      System.arraycopy(some.data().asDouble(), 0, gradient, offset, (int) some.length());
      offset += (int) some.length();
    }
    return gradient;
  }

  /** DL4J's names of weights and biases, in the order of the layout. */
  private static List<String> keys() {
    return IntStream.range(0, LAYERS.size())
        .filter(layer -> !LAYERS.get(layer).tensors().isEmpty())
        .boxed()
        .flatMap(layer -> List.of(layer + "_W", layer + "_b").stream())
        .toList();
  }

  /** Dense weights are [in, out] there, and [out, in] in the layout. */
  private static INDArray ofLayout(INDArray values) {
    return values.rank() == 2 && values.size(0) > 1 ? values.transpose() : values;
  }

  private INDArray input() {
    Shape shape = MapTrials.SHAPE;
    float[] pixels = new float[MapTrials.BATCH * shape.size()];
    MapTrials.reader().read(MapTrials.SAMPLES, batch, pixels);
    long[] sizes = {MapTrials.BATCH, shape.channels(), shape.height(), shape.width()};
    return Nd4j.create(pixels, sizes, 'c').castTo(DataType.DOUBLE);
  }

  private INDArray labels() {
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, MapTrials.BATCH, MapTrials.CLASSES);
    for (int e = 0; e < MapTrials.BATCH; e++) {
      oneHot.putScalar(e, MapTrials.SAMPLES.label(batch[e]), 1);
    }
    return oneHot;
  }

  private static MultiLayerNetwork stock() {
    Shape shape = MapTrials.SHAPE;
    return new MultiLayerNetwork(
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.DOUBLE)
            .activation(Activation.RELU)
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(5).build())
            .layer(new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(70).build())
            .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
            .layer(new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(65).build())
            .layer(new ConvolutionLayer.Builder(1, 1).nOut(6).build())
            .layer(new DenseLayer.Builder().nOut(20).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(MapTrials.CLASSES)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(InputType.convolutional(shape.height(), shape.width(), shape.channels()))
            .build());
  }
}
