package dev.winnow.command.bench.dl4j;

import dev.winnow.command.bench.contender.Contender;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * DL4J as it comes on the paper's Conv-2 (1803.03635, figure 2), with a mask multiplied in after
 * each step. It sees one batch of random images of 32×32 pixels in three colours over and over.
 */
final class StockConv2 implements Contender {
  private static final double KEPT = 0.134;

  private final MultiLayerNetwork network = new MultiLayerNetwork(configuration());
  private final INDArray mask;
  private final INDArray images;
  private final INDArray labels;

  StockConv2(int batch) {
    network.init();
    mask = Nd4j.rand(network.params().shape()).lt(KEPT).castTo(DataType.FLOAT);
    images = Nd4j.rand(new int[] {batch, 3, 32, 32});
    labels = Nd4j.zeros(batch, 10);
    for (int example = 0; example < batch; example++) {
      labels.putScalar(example, example % 10, 1);
    }
  }

  private static MultiLayerConfiguration configuration() {
    return new NeuralNetConfiguration.Builder()
        .updater(new Adam(0.0002))
        .activation(Activation.RELU)
        .list()
        .layer(convolution())
        .layer(convolution())
        .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
        .layer(new DenseLayer.Builder().nOut(256).build())
        .layer(new DenseLayer.Builder().nOut(256).build())
        .layer(
            new OutputLayer.Builder(new LossMCXENT())
                .nOut(10)
                .activation(Activation.SOFTMAX)
                .build())
        .setInputType(InputType.convolutional(32, 32, 3))
        .build();
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(3, 3).nOut(64).stride(1, 1).padding(1, 1).build();
  }

  @Override
  public String path() {
    return "stock DL4J";
  }

  @Override
  public void step() {
    network.fit(images, labels);
    network.params().muli(mask);
  }
}
