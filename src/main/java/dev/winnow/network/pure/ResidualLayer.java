package dev.winnow.network.pure;

import dev.winnow.kernels.Kernels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sum of a branch and a shortcut past it. In and out are {@link Maps}. */
final class ResidualLayer implements Layer {
  /** Not one of those that a {@link LayerChain} uses. */
  private static final int SLOT = 2;

  private final Kernels kernels;
  private final Maps out;
  private final boolean rectified;
  private final LayerChain branch;
  private final Optional<LayerChain> shortcut;
  private final ScratchArrays scratch;

  /**
   * @param out of both ways
   * @param shortcut empty if what goes in is added as it is
   */
  ResidualLayer(
      Kernels kernels,
      Maps out,
      boolean rectified,
      LayerChain branch,
      Optional<LayerChain> shortcut) {
    this.kernels = kernels;
    this.out = out;
    this.rectified = rectified;
    this.branch = branch;
    this.shortcut = shortcut;
    this.scratch = branch.scratch();
  }

  @Override
  public int size(int examples) {
    return out.size(examples);
  }

  @Override
  public void at(int iteration) {
    branch.at(iteration);
    shortcut.ifPresent(way -> way.at(iteration));
  }

  @Override
  public void forward(float[] from, float[] to, int examples) {
    int size = size(examples);
    System.arraycopy(branch.forward(from, examples), 0, to, 0, size);
    add(shortcut.isPresent() ? shortcut.get().forward(from, examples) : from, to, size);
    if (rectified) {
      kernels.rectify(to);
    }
  }

  @Override
  public void infer(float[] from, float[] to, int examples) {
    int size = size(examples);
    System.arraycopy(branch.infer(from, examples), 0, to, 0, size);
    add(shortcut.isPresent() ? shortcut.get().infer(from, examples) : from, to, size);
    if (rectified) {
      kernels.rectify(to);
    }
  }

  @Override
  public void backward(
      float[] from, float[] to, float[] delta, float @Nullable [] inDelta, int examples) {
    if (rectified) {
      kernels.passActive(to, delta);
    }
    branch.backward(from, delta, inDelta, examples);
    if (shortcut.isPresent()) {
      float[] past = scratch.of(from.length, SLOT);
      shortcut.get().backward(from, delta, past, examples);
      addTo(inDelta, past);
    } else {
      addTo(inDelta, delta);
    }
  }

  private static void addTo(float @Nullable [] sums, float[] some) {
    if (sums != null) {
      add(some, sums, sums.length);
    }
  }

  private static void add(float[] some, float[] sums, int size) {
    for (int i = 0; i < size; i++) {
      sums[i] += some[i];
    }
  }

  @Override
  public List<Parameters> parameters() {
    return Stream.concat(Stream.of(branch), shortcut.stream())
        .flatMap(way -> way.parameters().stream())
        .toList();
  }
}
