package dev.winnow.architecture;

/**
 * What is done for each kind of layer. Whoever treats layers by their kind implements this, so that
 * a new kind does not compile until everyone says what becomes of it.
 */
public interface LayerVisitor<R> {
  R dense(LayerSpec.Dense layer);

  R convolution(LayerSpec.Convolution layer);

  R maxPool(LayerSpec.MaxPool layer);

  R averagePool(LayerSpec.AveragePool layer);

  R batchNorm(LayerSpec.BatchNorm layer);

  R dropout(LayerSpec.Dropout layer);

  R residual(ResidualBlock block);
}
