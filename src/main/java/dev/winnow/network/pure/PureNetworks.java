package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.kernels.Kernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.Networks;
import dev.winnow.training.ResolvedPlan;
import java.util.List;

/** Puts networks in pure Java together from the layers' specifications and a ticket. */
public final class PureNetworks implements Networks {
  private final List<LayerSpec> specs;
  private final ResolvedPlan plan;
  private final TrainingImages images;
  private final Kernels kernels;
  private final long seed;

  /**
   * @param specs convolutions, each perhaps with pooling after it, then fully connected layers;
   *     batch normalisation after any but the last
   * @param seed the trial's, for what is random in trainings
   */
  public PureNetworks(
      List<LayerSpec> specs, ResolvedPlan plan, TrainingImages images, Kernels kernels, long seed) {
    this.specs = List.copyOf(specs);
    this.plan = plan;
    this.images = images;
    this.kernels = kernels;
    this.seed = seed;
  }

  /** For layers among which none is random. */
  public PureNetworks(
      List<LayerSpec> specs, ResolvedPlan plan, TrainingImages images, Kernels kernels) {
    this(specs, plan, images, kernels, 0);
  }

  @Override
  public PureNetwork of(Ticket ticket) {
    TicketParameters parameters = new TicketParameters(ticket, plan);
    SparseLayers sparseLayers =
        new SparseLayers(specs, parameters, images.sparseImages().isPresent());
    NetworkBuilder builder =
        new NetworkBuilder(kernels, images.reader(), images.sparseImages(), sparseLayers, seed);
    specs.forEach(builder::add);
    return builder.network(images.samples());
  }

  /** Since order 5 sums along rows and losses go by chains, which tells in large batches only. */
  @Override
  public String signature() {
    boolean chains = plan.plan().batchSize() > Kernels.CHAIN * Kernels.LANES;
    return "cpu/java/order " + (chains ? 5 : 4);
  }

  @Override
  public void close() {
    // Nothing but arrays.
  }
}
