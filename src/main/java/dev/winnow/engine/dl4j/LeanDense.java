package dev.winnow.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's configuration of a dense layer that multiplies no more than it must. */
final class LeanDense extends FeedForwardLayer {
  private static final long serialVersionUID = 1;

  private final boolean first;

  /**
   * @param first whether it reads images, whose gradient nobody needs
   */
  LeanDense(int inputs, int outputs, IActivation activation, boolean first) {
    this.first = first;
    setNIn(inputs);
    setNOut(outputs);
    setActivationFn(activation);
  }

  boolean isFirst() {
    return first;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray values,
      boolean initialize,
      DataType type) {
    LeanDenseLayer layer = new LeanDenseLayer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(values);
    layer.setParamTable(initializer().init(configuration, values, initialize));
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return DefaultParamInitializer.getInstance();
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    return new DenseLayer.Builder().nIn(nIn).nOut(nOut).build().getMemoryReport(input);
  }
}
