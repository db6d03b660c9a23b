package dev.winnow.engine.dl4j;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.network.MaskFactors;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Learns with DL4J's own dense layers and its own Adam in double precision; the gradient is
 * multiplied by the mask before it reaches Adam. DL4J adds epsilon to the uncorrected root, so only
 * a tiny one gives what the paper's algorithm does.
 */
public final class StockLearner implements Learner {
  private final Lesson lesson;
  private final MultiLayerNetwork network;
  private final INDArray mask;
  private final GradientUpdater<?> adam;
  private final int inputs;
  private final int classes;
  private double[] gradient = {};
  private int iteration;

  public StockLearner(Lesson lesson) {
    NativeLibrary.loadWithOneThread();
    this.lesson = lesson;
    List<LayerSpec> layers = lesson.layers();
    this.inputs = ((LayerSpec.Dense) layers.get(0)).inputs();
    this.classes = ((LayerSpec.Dense) layers.get(layers.size() - 1)).outputs();
    this.network = stock(layers);
    float[] start = lesson.ticket().start().values();
    network.init(row(start), true);
    network.initGradientsView();
    this.mask = row(MaskFactors.of(lesson.ticket().mask()));
    Choice settings = lesson.plan().optimizer();
    this.adam =
        new Adam(
                settings.decimal("learningRate").doubleValue(),
                settings.decimal("beta1").doubleValue(),
                settings.decimal("beta2").doubleValue(),
                settings.decimal("epsilon").doubleValue())
            .instantiate(Nd4j.zeros(DataType.DOUBLE, 1, 2L * start.length), true);
  }

  private static MultiLayerNetwork stock(List<LayerSpec> layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
    for (LayerSpec spec : layers) {
      LayerSpec.Dense dense = (LayerSpec.Dense) spec;
      list.layer(
          dense.activation() == Activation.RELU
              ? new DenseLayer.Builder()
                  .nIn(dense.inputs())
                  .nOut(dense.outputs())
                  .activation(org.nd4j.linalg.activations.Activation.RELU)
                  .build()
              : new OutputLayer.Builder(LossFunction.MCXENT)
                  .nIn(dense.inputs())
                  .nOut(dense.outputs())
                  .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
                  .build());
    }
    return new MultiLayerNetwork(list.build());
  }

  private static INDArray row(float[] values) {
    return Nd4j.create(values, new long[] {1, values.length}).castTo(DataType.DOUBLE);
  }

  @Override
  public double step(int[] batch) {
    network.setInput(images(batch));
    network.setLabels(oneHot(batch));
    network.computeGradientAndScore();
    INDArray update = network.getFlattenedGradients();
    gradient = update.toDoubleVector();
    update.divi(batch.length).muli(mask);
    adam.applyUpdater(update, iteration++, 0);
    network.params().subi(update.reshape(network.params().shape()));
    return network.score();
  }

  private INDArray images(int[] batch) {
    Samples samples = lesson.samples();
    double[] pixels = new double[batch.length * inputs];
    for (int i = 0; i < pixels.length; i++) {
      int place = batch[i / inputs] * inputs + i % inputs;
      pixels[i] = lesson.number().applyAsDouble(samples.pixels().get(place) & 0xFF);
    }
    return Nd4j.create(pixels, new long[] {batch.length, inputs}, DataType.DOUBLE);
  }

  private INDArray oneHot(int[] batch) {
    INDArray oneHot = Nd4j.zeros(DataType.DOUBLE, batch.length, classes);
    IntStream.range(0, batch.length)
        .forEach(e -> oneHot.putScalar(e, lesson.samples().label(batch[e]), 1));
    return oneHot;
  }

  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  @Override
  public double[] values() {
    return network.params().toDoubleVector();
  }

  @Override
  public double[] logits(int[] examples) {
    int output = network.getnLayers() - 1;
    return network
        .feedForward(images(examples), false)
        .get(output)
        .mmul(network.getParam(output + "_W"))
        .addRowVector(network.getParam(output + "_b"))
        .dup('c')
        .data()
        .asDouble();
  }
}
