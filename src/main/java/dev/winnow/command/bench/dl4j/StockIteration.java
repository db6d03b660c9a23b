package dev.winnow.command.bench.dl4j;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import dev.winnow.command.bench.contender.Contender;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.dl4j.ImageBlock;
import dev.winnow.engine.dl4j.LabelBlock;
import dev.winnow.engine.loop.TrainingSetup;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.MaskFactors;
import dev.winnow.network.PixelReader;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * DL4J as it comes: its dense layers, its {@code fit} and its Adam, with the mask multiplied into
 * the parameters after each step.
 */
final class StockIteration implements Contender {
  private final MultiLayerNetwork network;
  private final INDArray mask;
  private final TrainingSetup trainingSetup;
  private final Samples training;
  private final ImageBlock images;
  private final LabelBlock labels;
  private int iteration;

  /**
   * @param layers dense ones
   * @throws IllegalArgumentException if the training's optimizer is not Adam
   */
  StockIteration(
      List<LayerSpec> layers,
      TrainingSetup trainingSetup,
      Ticket ticket,
      Samples training,
      PixelReader reader) {
    this.trainingSetup = trainingSetup;
    this.training = training;
    network = new MultiLayerNetwork(configuration(layers, trainingSetup.plan().optimizer()));
    float[] start = ticket.start().values();
    network.init(Nd4j.create(start, new long[] {1, start.length}), true);
    mask = Nd4j.create(MaskFactors.of(ticket.mask()), network.params().shape());
    images = new ImageBlock(reader, trainingSetup.plan().batchSize());
    labels = new LabelBlock(trainingSetup.plan().batchSize(), network.layerSize(layers.size() - 1));
  }

  private static MultiLayerConfiguration configuration(List<LayerSpec> layers, Choice adam) {
    if (!adam.name().equals("adam")) {
      throw new IllegalArgumentException("The optimizer must be adam, is " + adam);
    }
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .updater(
                new Adam(
                    adam.decimal("learningRate").doubleValue(),
                    adam.decimal("beta1").doubleValue(),
                    adam.decimal("beta2").doubleValue(),
                    adam.decimal("epsilon").doubleValue()))
            .list();
    layers.forEach(layer -> list.layer(stock(layer.dense().orElseThrow())));
    return list.build();
  }

  private static org.deeplearning4j.nn.conf.layers.Layer stock(LayerSpec.Dense dense) {
    return dense.activation() == Activation.RELU
        ? new DenseLayer.Builder()
            .nIn(dense.inputs())
            .nOut(dense.outputs())
            .activation(new ActivationReLU())
            .build()
        : new OutputLayer.Builder(new LossMCXENT())
            .nIn(dense.inputs())
            .nOut(dense.outputs())
            .activation(new ActivationSoftmax())
            .build();
  }

  @Override
  public String path() {
    return "stock DL4J";
  }

  @Override
  public void step() {
    int[] batch = trainingSetup.order().batch(iteration++);
    network.fit(images.fill(training, batch), labels.fill(training, batch));
    network.params().muli(mask);
  }
}
