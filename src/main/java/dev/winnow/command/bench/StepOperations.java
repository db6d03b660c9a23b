package dev.winnow.command.bench;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.LayerVisitor;
import dev.winnow.architecture.ResidualBlock;
import java.util.List;

/**
 * Floating-point operations of the products of weights for one image. In a training step they are
 * those of the forward pass, of the gradient of the weights and of the gradient of the inputs, the
 * last not for the first layer. All else is not counted.
 */
final class StepOperations implements LayerVisitor<Double> {
  private static final int PRODUCTS = 3;

  private StepOperations() {}

  static double of(List<LayerSpec> layers) {
    StepOperations operations = new StepOperations();
    double all = PRODUCTS * operations.sum(layers);
    return all - layers.get(0).accept(operations);
  }

  static double forward(List<LayerSpec> layers) {
    return new StepOperations().sum(layers);
  }

  private double sum(List<LayerSpec> layers) {
    return layers.stream().mapToDouble(layer -> layer.accept(this)).sum();
  }

  @Override
  public Double dense(LayerSpec.Dense layer) {
    return 2.0 * layer.inputs() * layer.outputs();
  }

  @Override
  public Double convolution(LayerSpec.Convolution layer) {
    double weights =
        (double) layer.inChannels() * layer.outChannels() * layer.kernel() * layer.kernel();
    return 2 * weights * layer.outHeight() * layer.outWidth();
  }

  @Override
  public Double residual(ResidualBlock block) {
    return sum(block.branch()) + sum(block.shortcut());
  }

  @Override
  public Double maxPool(LayerSpec.MaxPool layer) {
    return 0.0;
  }

  @Override
  public Double averagePool(LayerSpec.AveragePool layer) {
    return 0.0;
  }

  @Override
  public Double batchNorm(LayerSpec.BatchNorm layer) {
    return 0.0;
  }

  @Override
  public Double dropout(LayerSpec.Dropout layer) {
    return 0.0;
  }
}
