package dev.winnow.engine.dl4j;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A dense layer with one product forward and two backward. DL4J's own computes the forward product
 * again for the gradient, and the gradient of the network's inputs, which nobody reads. Its
 * activation is the identity or a ReLU, whose slope can be told from its value.
 */
final class LeanDenseLayer extends BaseLayer<LeanDense> {
  private static final long serialVersionUID = 1;

  private transient @Nullable INDArray output;

  LeanDenseLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
    INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
    INDArray sums =
        memory.createUninitialized(
            ArrayType.ACTIVATIONS, dataType, new long[] {input.size(0), weights.size(1)}, 'f');
    Nd4j.gemm(input, weights, sums, false, false, 1, 0);
    sums.addiRowVector(getParam(DefaultParamInitializer.BIAS_KEY));
    output = layerConf().getActivationFn().getActivation(sums, training);
    return output;
  }

  @Override
  public Pair<Gradient, @Nullable INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr memory) {
    INDArray delta = layerConf().getActivationFn().backprop(output, epsilon).getFirst();
    INDArray weights = gradientOf(DefaultParamInitializer.WEIGHT_KEY);
    INDArray biases = gradientOf(DefaultParamInitializer.BIAS_KEY);
    Nd4j.gemm(input, delta, weights, true, false, 1, 0);
    delta.sum(biases, 0);
    Gradient gradient = new DefaultGradient();
    gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weights);
    gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, biases);
    return new Pair<>(gradient, layerConf().isFirst() ? null : inputGradient(delta, memory));
  }

  private INDArray gradientOf(String key) {
    return Objects.requireNonNull(gradientViews.get(key));
  }

  private INDArray inputGradient(INDArray delta, LayerWorkspaceMgr memory) {
    INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
    INDArray gradient =
        memory.createUninitialized(
            ArrayType.ACTIVATION_GRAD,
            delta.dataType(),
            new long[] {delta.size(0), weights.size(0)},
            'f');
    return Nd4j.gemm(delta, weights, gradient, false, true, 1, 0);
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }
}
