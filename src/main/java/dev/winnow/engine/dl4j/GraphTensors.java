package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.LayerVisitor;
import dev.winnow.architecture.ResidualBlock;
import dev.winnow.architecture.TensorSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The tensors of a layer in the order in which DL4J keeps them. */
final class GraphTensors implements LayerVisitor<List<TensorSpec>> {
  @Override
  public List<TensorSpec> dense(LayerSpec.Dense layer) {
    return layer.tensors();
  }

  /** Biases before weights. */
  @Override
  public List<TensorSpec> convolution(LayerSpec.Convolution layer) {
    List<TensorSpec> tensors = new ArrayList<>(layer.tensors());
    Collections.reverse(tensors);
    return tensors;
  }

  @Override
  public List<TensorSpec> maxPool(LayerSpec.MaxPool layer) {
    return layer.tensors();
  }

  @Override
  public List<TensorSpec> averagePool(LayerSpec.AveragePool layer) {
    return layer.tensors();
  }

  @Override
  public List<TensorSpec> batchNorm(LayerSpec.BatchNorm layer) {
    return layer.tensors();
  }

  @Override
  public List<TensorSpec> dropout(LayerSpec.Dropout layer) {
    return layer.tensors();
  }

  /** DL4J keeps its parts each by itself. */
  @Override
  public List<TensorSpec> residual(ResidualBlock block) {
    return List.of();
  }
}
