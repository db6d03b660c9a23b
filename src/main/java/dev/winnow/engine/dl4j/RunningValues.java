package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.LayerVisitor;
import dev.winnow.architecture.ResidualBlock;

/** How many values at the end of a layer's own are counted along instead of being learned. */
final class RunningValues implements LayerVisitor<Integer> {
  @Override
  public Integer dense(LayerSpec.Dense layer) {
    return 0;
  }

  @Override
  public Integer convolution(LayerSpec.Convolution layer) {
    return 0;
  }

  @Override
  public Integer maxPool(LayerSpec.MaxPool layer) {
    return 0;
  }

  @Override
  public Integer averagePool(LayerSpec.AveragePool layer) {
    return 0;
  }

  /** A mean and a variance for each channel. */
  @Override
  public Integer batchNorm(LayerSpec.BatchNorm layer) {
    return 2 * layer.channels();
  }

  @Override
  public Integer dropout(LayerSpec.Dropout layer) {
    return 0;
  }

  /** Its parts count each for itself. */
  @Override
  public Integer residual(ResidualBlock block) {
    return 0;
  }
}
