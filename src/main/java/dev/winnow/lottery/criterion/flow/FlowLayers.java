package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.LayerVisitor;
import dev.winnow.architecture.ResidualBlock;
import dev.winnow.architecture.TensorSpec;
import java.util.ArrayList;
import java.util.List;

/** Puts the flow through a network together, layer by layer from input to output. */
final class FlowLayers implements LayerVisitor<FlowLayer> {
  private final AbsoluteValues sizes;
  private int offset;

  FlowLayers(AbsoluteValues sizes) {
    this.sizes = sizes;
  }

  /** The next layers; their values follow those of the layers before. */
  List<FlowLayer> of(List<LayerSpec> specs) {
    List<FlowLayer> layers = new ArrayList<>();
    specs.forEach(spec -> layers.add(spec.accept(this)));
    return layers;
  }

  /** Where the layer's values begin. */
  private int begin(LayerSpec spec) {
    int begin = offset;
    offset += spec.tensors().stream().mapToInt(TensorSpec::size).sum();
    return begin;
  }

  @Override
  public FlowLayer dense(LayerSpec.Dense layer) {
    return new DenseFlow(layer, sizes, begin(layer));
  }

  @Override
  public FlowLayer convolution(LayerSpec.Convolution layer) {
    FlowLayer everyPixel = new ConvolutionFlow(layer, sizes, begin(layer));
    return layer.stride() == 1
        ? everyPixel
        : new ChainFlow(List.of(everyPixel, new StrideFlow(layer)));
  }

  @Override
  public FlowLayer maxPool(LayerSpec.MaxPool layer) {
    return PoolFlow.largest(layer);
  }

  @Override
  public FlowLayer averagePool(LayerSpec.AveragePool layer) {
    return PoolFlow.mean(layer);
  }

  @Override
  public FlowLayer batchNorm(LayerSpec.BatchNorm layer) {
    return new NormFlow(layer, sizes, begin(layer));
  }

  @Override
  public FlowLayer dropout(LayerSpec.Dropout layer) {
    return new ChainFlow(List.of());
  }

  @Override
  public FlowLayer residual(ResidualBlock block) {
    ChainFlow branch = new ChainFlow(of(block.branch()));
    return new ResidualFlow(branch, new ChainFlow(of(block.shortcut())));
  }
}
