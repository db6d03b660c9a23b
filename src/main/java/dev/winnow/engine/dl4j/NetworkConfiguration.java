package dev.winnow.engine.dl4j;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
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
 * and updates from {@link dev.winnow.engine.loop.MaskedOptimizer}.
 */
final class NetworkConfiguration {
  private NetworkConfiguration() {}

  /** With the softmax and the cross-entropy on the last layer. */
  static MultiLayerConfiguration forTraining(List<LayerSpec> layers, DataType type) {
    LayerSpec last = layers.get(layers.size() - 1);
    return configuration(layers, output(last), type);
  }

  /** The same values in the same order, ending in the last layer's logits. */
  static MultiLayerConfiguration forLogits(List<LayerSpec> layers, DataType type) {
    LayerSpec last = layers.get(layers.size() - 1);
    return configuration(layers, withActivation(last), type);
  }

  private static MultiLayerConfiguration configuration(
      List<LayerSpec> layers, Layer last, DataType type) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .weightInit(WeightInit.ZERO)
            .updater(new NoOp())
            .list();
    int index = 0;
    for (int i = 0; i < layers.size(); i++) {
      Optional<InputPreProcessor> reshape = reshape(layers, i);
      if (reshape.isPresent()) {
        list.inputPreProcessor(index, reshape.get());
      }
      for (Layer layer : i < layers.size() - 1 ? hidden(layers.get(i)) : List.of(last)) {
        list.layer(index++, layer);
      }
    }
    return list.build();
  }

  /** Images come as rows; maps become rows before the first dense layer: channel, row, column. */
  private static Optional<InputPreProcessor> reshape(List<LayerSpec> layers, int index) {
    LayerSpec spec = layers.get(index);
    if (index == 0 && spec instanceof LayerSpec.Convolution first) {
      return Optional.of(
          new FeedForwardToCnnPreProcessor(first.height(), first.width(), first.inChannels()));
    }
    if (index == 0 || !(spec instanceof LayerSpec.Dense)) {
      return Optional.empty();
    }
    int last = index - 1;
    while (last > 0 && layers.get(last) instanceof LayerSpec.BatchNorm) {
      last--;
    }
    LayerSpec before = layers.get(last);
    if (before instanceof LayerSpec.Convolution maps) {
      return toRows(maps.height(), maps.width(), maps.outChannels());
    }
    if (before instanceof LayerSpec.MaxPool maps) {
      return toRows(maps.height() / 2, maps.width() / 2, maps.channels());
    }
    return Optional.empty();
  }

  private static Optional<InputPreProcessor> toRows(int height, int width, int channels) {
    return Optional.of(new CnnToFeedForwardPreProcessor(height, width, channels));
  }

  /** A batch normalisation and its activation are two layers in DL4J. */
  private static List<Layer> hidden(LayerSpec spec) {
    if (spec instanceof LayerSpec.BatchNorm norm) {
      BatchNormalization stock =
          new BatchNormalization.Builder()
              .nIn(norm.channels())
              .nOut(norm.channels())
              .eps(LayerSpec.BatchNorm.EPSILON)
              .decay(LayerSpec.BatchNorm.DECAY)
              .useLogStd(false)
              .build();
      return List.of(stock, new ActivationLayer(activation(norm.activation())));
    }
    return List.of(withActivation(spec));
  }

  private static Layer withActivation(LayerSpec spec) {
    if (spec instanceof LayerSpec.Dense dense) {
      return new LeanDense(dense.inputs(), dense.outputs(), activation(dense.activation()));
    }
    if (spec instanceof LayerSpec.Convolution convolution) {
      return new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel())
          .padding(convolution.padding(), convolution.padding())
          .nIn(convolution.inChannels())
          .nOut(convolution.outChannels())
          .activation(activation(convolution.activation()))
          .build();
    }
    if (spec instanceof LayerSpec.MaxPool) {
      return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
          .kernelSize(2, 2)
          .stride(2, 2)
          .build();
    }
    if (spec instanceof LayerSpec.AveragePool) {
      return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }
    throw unknown(spec);
  }

  private static Layer output(LayerSpec spec) {
    if (spec instanceof LayerSpec.Dense dense && dense.activation() == Activation.IDENTITY) {
      return new OutputLayer.Builder(new LossMCXENT())
          .nIn(dense.inputs())
          .nOut(dense.outputs())
          .activation(new ActivationSoftmax())
          .build();
    }
    throw unknown(spec);
  }

  private static IActivation activation(Activation activation) {
    return switch (activation) {
      case IDENTITY -> new ActivationIdentity();
      case RELU -> new ActivationReLU();
    };
  }

  private static IllegalArgumentException unknown(LayerSpec spec) {
    return new IllegalArgumentException(
        "This engine cannot build "
            + spec
            + " there; it ends networks in a dense layer with IDENTITY");
  }
}
