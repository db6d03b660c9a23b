package dev.winnow.architecture;

/** How many numbers of one example a layer reads. */
public final class InputSize implements LayerVisitor<Integer> {
  @Override
  public Integer dense(LayerSpec.Dense layer) {
    return layer.inputs();
  }

  @Override
  public Integer convolution(LayerSpec.Convolution layer) {
    return layer.inChannels() * layer.height() * layer.width();
  }

  @Override
  public Integer maxPool(LayerSpec.MaxPool layer) {
    return layer.channels() * layer.height() * layer.width();
  }

  @Override
  public Integer averagePool(LayerSpec.AveragePool layer) {
    return layer.channels() * layer.height() * layer.width();
  }

  @Override
  public Integer batchNorm(LayerSpec.BatchNorm layer) {
    return layer.channels() * layer.height() * layer.width();
  }

  @Override
  public Integer dropout(LayerSpec.Dropout layer) {
    return layer.channels() * layer.height() * layer.width();
  }

  @Override
  public Integer residual(ResidualBlock block) {
    return block.branch().get(0).accept(this);
  }
}
