package dev.winnow.engine.dl4j;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.LayerVisitor;
import dev.winnow.architecture.ResidualBlock;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * DL4J's configuration of a list of layers. The values begin at zero: weights come from tickets,
 * and updates from {@link dev.winnow.training.ParameterUpdater}. What has values has the name of
 * its layer.
 */
final class NetworkConfiguration implements LayerVisitor<GraphBuilder> {
  private static final String IMAGES = "images";
  private static final String ACTIVATION = "-activation";

  private final GraphBuilder graph;
  private final Dropouts dropouts;
  private String below = IMAGES;

  /** From the maps that stand below to rows of channel, row, column; empty if rows do. */
  private Optional<InputPreProcessor> rows = Optional.empty();

  private NetworkConfiguration(DataType type, Dropouts dropouts) {
    this.dropouts = dropouts;
    graph =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .weightInit(WeightInit.ZERO)
            .updater(new NoOp())
            .graphBuilder()
            .addInputs(IMAGES);
  }

  /** With the softmax and the cross-entropy on the last layer. */
  static ComputationGraphConfiguration forTraining(
      List<LayerSpec> layers, DataType type, Dropouts dropouts) {
    LayerSpec.Dense last = output(layers);
    OutputLayer output =
        new OutputLayer.Builder(new LossMCXENT())
            .nIn(last.inputs())
            .nOut(last.outputs())
            .activation(new ActivationSoftmax())
            .build();
    return new NetworkConfiguration(type, dropouts).endingIn(output, layers);
  }

  /** The same values in the same order, ending in the last layer's logits; drops nothing. */
  static ComputationGraphConfiguration forLogits(List<LayerSpec> layers, DataType type) {
    return new NetworkConfiguration(type, new Dropouts(0))
        .endingIn(lean(output(layers), false), layers);
  }

  private ComputationGraphConfiguration endingIn(Layer last, List<LayerSpec> layers) {
    layers.subList(0, layers.size() - 1).forEach(this::add);
    addOnRows(output(layers).name(), last);
    return graph.setOutputs(below).build();
  }

  private void add(LayerSpec spec) {
    spec.accept(this);
  }

  @Override
  public GraphBuilder dense(LayerSpec.Dense spec) {
    return addOnRows(spec.name(), lean(spec, below.equals(IMAGES)));
  }

  @Override
  public GraphBuilder maxPool(LayerSpec.MaxPool spec) {
    add(
        spec.name(),
        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .kernelSize(2, 2)
            .stride(2, 2)
            .build());
    rows = toRows(spec.height() / 2, spec.width() / 2, spec.channels());
    return graph;
  }

  @Override
  public GraphBuilder averagePool(LayerSpec.AveragePool spec) {
    rows = Optional.empty();
    return add(spec.name(), new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
  }

  @Override
  public GraphBuilder dropout(LayerSpec.Dropout spec) {
    return add(spec.name(), new DropoutLayer.Builder(dropouts.of(spec)).build());
  }

  private GraphBuilder add(String name, Layer layer) {
    graph.addLayer(name, layer, below);
    below = name;
    return graph;
  }

  private GraphBuilder addOnRows(String name, Layer layer) {
    rows.ifPresentOrElse(
        reshape -> graph.addLayer(name, layer, reshape, below),
        () -> graph.addLayer(name, layer, below));
    below = name;
    rows = Optional.empty();
    return graph;
  }

  @Override
  public GraphBuilder convolution(LayerSpec.Convolution spec) {
    ConvolutionLayer layer =
        new ConvolutionLayer.Builder(spec.kernel(), spec.kernel())
            .padding(spec.padding(), spec.padding())
            .stride(spec.stride(), spec.stride())
            .nIn(spec.inChannels())
            .nOut(spec.outChannels())
            .activation(activation(spec.activation()))
            .build();
    if (below.equals(IMAGES)) {
      // Images come as rows.
      InputPreProcessor maps =
          new FeedForwardToCnnPreProcessor(spec.height(), spec.width(), spec.inChannels());
      graph.addLayer(spec.name(), layer, maps, below);
      below = spec.name();
    } else {
      add(spec.name(), layer);
    }
    rows = toRows(spec.outHeight(), spec.outWidth(), spec.outChannels());
    return graph;
  }

  /** A batch normalisation and its activation are two layers in DL4J. */
  @Override
  public GraphBuilder batchNorm(LayerSpec.BatchNorm spec) {
    add(
        spec.name(),
        new BatchNormalization.Builder()
            .nIn(spec.channels())
            .nOut(spec.channels())
            .eps(LayerSpec.BatchNorm.EPSILON)
            .decay(LayerSpec.BatchNorm.DECAY)
            .useLogStd(false)
            .build());
    return add(spec.name() + ACTIVATION, new ActivationLayer(activation(spec.activation())));
  }

  @Override
  public GraphBuilder residual(ResidualBlock spec) {
    String in = below;
    spec.branch().forEach(this::add);
    String branch = below;
    below = in;
    spec.shortcut().forEach(this::add);
    graph.addVertex(spec.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), branch, below);
    below = spec.name();
    return add(spec.name() + ACTIVATION, new ActivationLayer(activation(spec.activation())));
  }

  private static Optional<InputPreProcessor> toRows(int height, int width, int channels) {
    return Optional.of(new CnnToFeedForwardPreProcessor(height, width, channels));
  }

  private static LeanDense lean(LayerSpec.Dense spec, boolean first) {
    return new LeanDense(spec.inputs(), spec.outputs(), activation(spec.activation()), first);
  }

  /** The last layer, which gives the logits. */
  static LayerSpec.Dense output(List<LayerSpec> layers) {
    LayerSpec last = layers.get(layers.size() - 1);
    return last.dense()
        .filter(dense -> dense.activation() == Activation.IDENTITY)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "This engine ends networks in a dense layer with IDENTITY, not in " + last));
  }

  private static IActivation activation(Activation activation) {
    return switch (activation) {
      case IDENTITY -> new ActivationIdentity();
      case RELU -> new ActivationReLU();
    };
  }
}
