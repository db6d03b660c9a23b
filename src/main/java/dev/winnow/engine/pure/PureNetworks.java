package dev.winnow.engine.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.loop.Networks;
import dev.winnow.engine.loop.PixelReader;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts networks in pure Java together from the layers' specifications and a ticket. */
public final class PureNetworks implements Networks {
  private final List<LayerSpec.Dense> specs;
  private final TrainingPlan plan;
  private final Samples training;
  private final PixelReader reader;
  private final Optional<InkLibrary> ink;
  private final Kernels kernels;

  /**
   * @param ink where it pays to read images as background and ink
   * @throws IllegalArgumentException if a layer is not fully connected
   */
  public PureNetworks(
      List<LayerSpec> specs,
      TrainingPlan plan,
      Samples training,
      PixelReader reader,
      Optional<InkLibrary> ink,
      Kernels kernels) {
    this.specs = specs.stream().map(PureNetworks::dense).toList();
    this.plan = plan;
    this.training = training;
    this.reader = reader;
    this.ink = ink;
    this.kernels = kernels;
  }

  private static LayerSpec.Dense dense(LayerSpec spec) {
    if (spec instanceof LayerSpec.Dense dense) {
      return dense;
    }
    throw new IllegalArgumentException("This engine knows dense layers, not " + spec);
  }

  @Override
  public PureNetwork of(Ticket ticket) {
    List<Part> parts = new ArrayList<>();
    int offset = 0;
    for (LayerSpec.Dense spec : specs) {
      parts.add(new Part(Shape.of(spec), ticket, parts.size(), offset, plan.optimizer()));
      offset += spec.outputs() * (spec.inputs() + 1);
    }
    List<Layer> others = parts.stream().skip(1).map(this::layer).toList();
    int classes = specs.get(specs.size() - 1).outputs();
    return new PureNetwork(
        path(parts), first(parts.get(0)), others, offset, classes, plan.batchSize(), training);
  }

  private String path(List<Part> parts) {
    long sparse = parts.stream().filter(this::isSparse).count();
    return sparse == 0 ? "dense" : sparse == parts.size() ? "sparse" : "mixed";
  }

  private boolean isSparse(Part part) {
    return PathRule.isSparse(plan.path(), part.density());
  }

  private InputLayer first(Part part) {
    Shape shape = part.shape();
    if (ink.isPresent()) {
      return new InkInput(ink.get(), inkLayer(part, ink.get().background()), shape.inputs());
    }
    int[] all = IntStream.range(0, shape.inputs()).toArray();
    int[] pixels = isSparse(part) ? part.connections().used() : all;
    return new PixelInput(reader, layer(part), pixels);
  }

  private InkLayer inkLayer(Part part, float background) {
    return isSparse(part)
        ? new SparseInkedLayer(
            kernels, part.shape(), background, part.connections(), part.keptWeights())
        : new InkedLayer(kernels, part.shape(), background, part.weightsByInput());
  }

  private Layer layer(Part part) {
    return isSparse(part)
        ? new SparseLayer(kernels, part.shape(), part.connections(), part.keptWeights())
        : new DenseLayer(kernels, part.shape(), part.weightsByOutput());
  }

  @Override
  public String signature() {
    return "cpu/java/order 1";
  }

  @Override
  public void close() {
    // Nothing but arrays.
  }
}
