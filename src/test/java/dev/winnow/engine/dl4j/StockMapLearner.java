package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Shape;
import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.network.MaskFactors;
import dev.winnow.training.Step;
import dev.winnow.training.StepList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * Learns with DL4J's own convolutions, pooling, batch normalisation, {@code fit} and gradient
 * descent in double precision; after each step the values are multiplied by the mask.
 */
public final class StockMapLearner implements Learner {
  private final Lesson lesson;
  private final MultiLayerNetwork network;
  private final List<String> keys = new ArrayList<>();
  private final float[] kept;
  private double[] gradient = {};

  /**
   * @param lesson its optimizer is gradient descent without decay; with momentum it is Nesterov's,
   *     without it may drop at iterations
   */
  public StockMapLearner(Lesson lesson) {
    NativeLibrary.loadWithOneThread();
    this.lesson = lesson;
    this.kept = MaskFactors.of(lesson.ticket().mask());
    this.network = stock();
    network.init();
    float[] start = lesson.ticket().start().values();
    setValues(IntStream.range(0, start.length).mapToDouble(i -> start[i]).toArray());
  }

  private MultiLayerNetwork stock() {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).updater(updater()).list();
    int index = 0;
    for (LayerSpec spec : lesson.layers()) {
      if (!spec.tensors().isEmpty()) {
        addKeys(index, spec);
      }
      for (org.deeplearning4j.nn.conf.layers.Layer layer : stock(spec)) {
        list.layer(index++, layer);
      }
    }
    Shape shape = lesson.samples().shape();
    list.setInputType(
        org.deeplearning4j.nn.conf.inputs.InputType.convolutional(
            shape.height(), shape.width(), shape.channels()));
    return new MultiLayerNetwork(list.build());
  }

  private IUpdater updater() {
    Choice optimizer = lesson.plan().optimizer();
    double rate = optimizer.decimal("learningRate").doubleValue();
    if (optimizer.name().equals("nesterov")) {
      return new Nesterovs(rate, optimizer.decimal("momentum").doubleValue());
    }
    Choice schedule = lesson.plan().schedule();
    if (schedule.name().equals("steps")) {
      Map<Integer, Double> rates = new HashMap<>(Map.of(0, rate));
      double next = rate;
      for (Step step : StepList.parse(schedule.text("at")).steps()) {
        next *= schedule.decimal("factor").doubleValue();
        rates.put(step.iterations(), next);
      }
      return new Sgd(new MapSchedule(ScheduleType.ITERATION, rates));
    }
    return new Sgd(rate);
  }

  /** DL4J's names in the order of the layout. */
  private void addKeys(int index, LayerSpec spec) {
    List<String> names =
        spec instanceof LayerSpec.BatchNorm
            ? List.of("gamma", "beta", "mean", "var")
            : List.of("W", "b");
    names.forEach(name -> keys.add(index + "_" + name));
  }

  private List<org.deeplearning4j.nn.conf.layers.Layer> stock(LayerSpec spec) {
    if (spec instanceof LayerSpec.Convolution maps) {
      return List.of(
          new ConvolutionLayer.Builder(maps.kernel(), maps.kernel())
              .padding(maps.padding(), maps.padding())
              .nOut(maps.outChannels())
              .activation(activation(maps.activation()))
              .build());
    }
    if (spec instanceof LayerSpec.MaxPool) {
      return List.of(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build());
    }
    if (spec instanceof LayerSpec.AveragePool) {
      return List.of(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
    }
    if (spec instanceof LayerSpec.BatchNorm norm) {
      return List.of(
          new BatchNormalization.Builder().useLogStd(false).build(),
          new ActivationLayer(activation(norm.activation())));
    }
    LayerSpec.Dense dense = (LayerSpec.Dense) spec;
    if (dense != lesson.layers().get(lesson.layers().size() - 1)) {
      return List.of(
          new DenseLayer.Builder()
              .nOut(dense.outputs())
              .activation(activation(dense.activation()))
              .build());
    }
    return List.of(
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(dense.outputs())
            .activation(Activation.SOFTMAX)
            .build());
  }

  private static Activation activation(dev.winnow.architecture.Activation activation) {
    return Activation.valueOf(activation.name());
  }

  /** Dense weights are [in, out] there, and [out, in] in the layout. */
  private static INDArray ofLayout(INDArray values) {
    return values.rank() == 2 && values.size(0) > 1 ? values.transpose() : values;
  }

  private void setValues(double[] values) {
    int offset = 0;
    for (String key : keys) {
      INDArray some = ofLayout(network.getParam(key));
      int end = offset + (int) some.length();
      some.assign(
          Nd4j.create(Arrays.copyOfRange(values, offset, end), some.shape(), DataType.DOUBLE));
      offset = end;
    }
  }

  @Override
  public double step(int[] batch) {
    network.initGradientsView();
    network.setInput(images(batch));
    network.setLabels(oneHot(batch));
    network.computeGradientAndScore();
    gradient =
        numbers(
            keys.stream()
                .map(
                    key ->
                        // Updates of running statistics, no gradients.
                        key.endsWith("_mean") || key.endsWith("_var")
                            ? Nd4j.zerosLike(network.getParam(key))
                            : network.gradient().getGradientFor(key))
                .toList());
    final double loss = network.score();
    network.fit(images(batch), oneHot(batch));
    double[] values = values();
    Arrays.setAll(values, i -> values[i] * kept[i]);
    setValues(values);
    return loss;
  }

  private static double[] numbers(List<INDArray> arrays) {
    return arrays.stream()
        .flatMapToDouble(some -> Arrays.stream(ofLayout(some).dup('c').data().asDouble()))
        .toArray();
  }

  private INDArray images(int[] examples) {
    Samples samples = lesson.samples();
    Shape shape = samples.shape();
    double[] pixels = new double[examples.length * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      int place = examples[i / shape.size()] * shape.size() + i % shape.size();
      pixels[i] = lesson.number().applyAsDouble(samples.pixels().get(place) & 0xFF);
    }
    long[] sizes = {examples.length, shape.channels(), shape.height(), shape.width()};
    return Nd4j.create(pixels, sizes, DataType.DOUBLE);
  }

  private INDArray oneHot(int[] batch) {
    int classes = network.layerSize(network.getnLayers() - 1);
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
    return numbers(keys.stream().map(network::getParam).toList());
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
