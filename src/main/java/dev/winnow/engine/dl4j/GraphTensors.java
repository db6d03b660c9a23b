package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.LayerVisitor;
import dev.winnow.architecture.ResidualBlock;
import dev.winnow.architecture.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The tensors of a layer in the order in which DL4J keeps them. */
final class GraphTensors implements LayerVisitor<List<Tensor>> {
  @Override
  public List<Tensor> dense(LayerSpec.Dense layer) {
    return layer.tensors();
  }

  /** Biases before weights. */
  @Override
  public List<Tensor> convolution(LayerSpec.Convolution layer) {
    List<Tensor> tensors = new ArrayList<>(layer.tensors());
    Collections.reverse(tensors);
    return tensors;
  }

  @Override
  public List<Tensor> maxPool(LayerSpec.MaxPool layer) {
    return layer.tensors();
  }

  @Override
  public List<Tensor> averagePool(LayerSpec.AveragePool layer) {
    return layer.tensors();
  }

  @Override
  public List<Tensor> batchNorm(LayerSpec.BatchNorm layer) {
    return layer.tensors();
  }

  @Override
  public List<Tensor> dropout(LayerSpec.Dropout layer) {
    return layer.tensors();
  }

  /** DL4J keeps its parts each by itself. */
  @Override
  public List<Tensor> residual(ResidualBlock block) {
    return List.of();
  }
}
