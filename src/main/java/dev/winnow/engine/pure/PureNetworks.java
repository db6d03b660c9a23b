package dev.winnow.engine.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.loop.Networks;
import dev.winnow.engine.loop.PixelReader;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ResolvedPlan;
import java.util.List;
import java.util.Optional;

/** Puts networks in pure Java together from the layers' specifications and a ticket. */
public final class PureNetworks implements Networks {
  private final List<LayerSpec> specs;
  private final ResolvedPlan plan;
  private final Samples training;
  private final PixelReader reader;
  private final Optional<InkLibrary> ink;
  private final Kernels kernels;
  private final long seed;

  /**
   * @param specs convolutions, each perhaps with pooling after it, then fully connected layers;
   *     batch normalisation after any but the last
   * @param ink where it pays to read images as background and ink
   * @param seed the trial's, for what is random in trainings
   */
  public PureNetworks(
      List<LayerSpec> specs,
      ResolvedPlan plan,
      Samples training,
      PixelReader reader,
      Optional<InkLibrary> ink,
      Kernels kernels,
      long seed) {
    this.specs = List.copyOf(specs);
    this.plan = plan;
    this.training = training;
    this.reader = reader;
    this.ink = ink;
    this.kernels = kernels;
    this.seed = seed;
  }

  /** For layers among which none is random. */
  public PureNetworks(
      List<LayerSpec> specs,
      ResolvedPlan plan,
      Samples training,
      PixelReader reader,
      Optional<InkLibrary> ink,
      Kernels kernels) {
    this(specs, plan, training, reader, ink, kernels, 0);
  }

  @Override
  public PureNetwork of(Ticket ticket) {
    TicketParameters parameters = new TicketParameters(ticket, plan);
    Wiring wiring = new Wiring(specs, parameters, ink.isPresent());
    Assembly assembly = new Assembly(kernels, reader, ink, parameters, wiring, seed);
    specs.forEach(assembly::add);
    return assembly.network(training);
  }

  @Override
  public String signature() {
    return "cpu/java/order 2";
  }

  @Override
  public void close() {
    // Nothing but arrays.
  }
}
