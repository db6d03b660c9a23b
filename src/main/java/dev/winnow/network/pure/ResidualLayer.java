package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sum of a branch and a shortcut past it. In and out are {@link FeatureMaps}. */
final class ResidualLayer implements Layer {
  /** Not one of those that a {@link LayerChain} uses. */
  private static final int SLOT = 2;

  private final Kernels kernels;
  private final FeatureMaps out;
  private final boolean relu;
  private final LayerChain branch;
  private final Optional<LayerChain> shortcut;
  private final ScratchArrays scratch;

  /**
   * @param out of both ways
   * @param shortcut empty if what goes in is added as it is
   */
  ResidualLayer(
      Kernels kernels,
      FeatureMaps out,
      boolean relu,
      LayerChain branch,
      Optional<LayerChain> shortcut) {
    this.kernels = kernels;
    this.out = out;
    this.relu = relu;
    this.branch = branch;
    this.shortcut = shortcut;
    this.scratch = branch.scratch();
  }

  @Override
  public ActivationLayout layout() {
    return out;
  }

  @Override
  public void at(int iteration) {
    branch.at(iteration);
    shortcut.ifPresent(way -> way.at(iteration));
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    float[] past = from;
    if (shortcut.isPresent()) {
      past = scratch.of(out, examples, SLOT);
      shortcut.get().forward(from, past, examples);
    }
    branch.forwardOnto(new Shortcut(past, relu), from, to, examples);
  }

  @Override
  public void infer(float[] from, float[] to, int examples) {
    int size = out.size(examples);
    System.arraycopy(branch.infer(from, examples), 0, to, 0, size);
    float[] past = shortcut.isPresent() ? shortcut.get().infer(from, examples) : from;
    new Shortcut(past, relu).addTo(to, to, size);
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (relu) {
      kernels.reluBackward(to, delta);
    }
    branch.backward(from, delta, inDelta, examples);
    if (shortcut.isPresent()) {
      float[] past = scratch.of(branch.in(), examples, SLOT);
      shortcut.get().backward(from, delta, past, examples);
      addTo(inDelta, past);
    } else {
      addTo(inDelta, delta);
    }
  }

  private static void addTo(float @Nullable [] sums, float[] some) {
    if (sums != null) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += some[i];
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return Stream.concat(Stream.of(branch), shortcut.stream())
        .flatMap(way -> way.parameters().stream())
        .toList();
  }
}
