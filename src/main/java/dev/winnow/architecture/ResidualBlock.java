package dev.winnow.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * A block with a shortcut (He et al. 2016): activation(branch(x) + shortcut(x)).
 *
 * @param branch layers one on another, from what the block reads
 * @param shortcut the same, of maps of the same shape as the branch's; empty if x itself is added
 */
public record ResidualBlock(
    String name, List<LayerSpec> branch, List<LayerSpec> shortcut, Activation activation)
    implements LayerSpec {
  public ResidualBlock {
    branch = List.copyOf(branch);
    shortcut = List.copyOf(shortcut);
    if (branch.isEmpty()) {
      throw new IllegalArgumentException(name + " needs layers in its branch, has none");
    }
  }

  @Override
  public <R> R accept(LayerVisitor<R> visitor) {
    return visitor.residual(this);
  }

  @Override
  public List<TensorSpec> tensors() {
    return parts().flatMap(layer -> layer.tensors().stream()).toList();
  }

  /** Those of the branch, then those of the shortcut. */
  @Override
  public Stream<LayerSpec> parts() {
    return Stream.of(branch, shortcut).flatMap(List::stream).flatMap(LayerSpec::parts);
  }

  @Override
  public LayerSpec keepingAll() {
    return new ResidualBlock(name, keepingAll(branch), keepingAll(shortcut), activation);
  }

  private static List<LayerSpec> keepingAll(List<LayerSpec> layers) {
    return layers.stream().map(LayerSpec::keepingAll).toList();
  }
}
