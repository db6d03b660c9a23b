package dev.winnow.engine.dl4j;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
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
    return configuration(layers, hidden(last), type);
  }

  private static MultiLayerConfiguration configuration(
      List<LayerSpec> layers, Layer last, DataType type) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .weightInit(WeightInit.ZERO)
            .updater(new NoOp())
            .list();
    layers.subList(0, layers.size() - 1).forEach(layer -> list.layer(hidden(layer)));
    list.layer(last);
    reshape(layers, list);
    return list.build();
  }

  /** Images come as rows; maps become rows before the first dense layer: channel, row, column. */
  private static void reshape(List<LayerSpec> layers, NeuralNetConfiguration.ListBuilder list) {
    if (layers.get(0) instanceof LayerSpec.Convolution first) {
      list.inputPreProcessor(
          0, new FeedForwardToCnnPreProcessor(first.height(), first.width(), first.inChannels()));
    }
    for (int i = 1; i < layers.size(); i++) {
      if (!(layers.get(i) instanceof LayerSpec.Dense)) {
        continue;
      }
      LayerSpec before = layers.get(i - 1);
      if (before instanceof LayerSpec.Convolution maps) {
        list.inputPreProcessor(i, toRows(maps.height(), maps.width(), maps.outChannels()));
      } else if (before instanceof LayerSpec.MaxPool maps) {
        list.inputPreProcessor(i, toRows(maps.height() / 2, maps.width() / 2, maps.channels()));
      }
    }
  }

  private static InputPreProcessor toRows(int height, int width, int channels) {
    return new CnnToFeedForwardPreProcessor(height, width, channels);
  }

  private static Layer hidden(LayerSpec spec) {
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
