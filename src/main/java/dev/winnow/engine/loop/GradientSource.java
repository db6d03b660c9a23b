package dev.winnow.engine.loop;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.dataset.Split;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.GradientComputer;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.criterion.flow.SynapticFlow;
import dev.winnow.network.Networks;
import dev.winnow.random.RandomStream;
import java.util.List;

/**
 * Gradients of a trial's networks without a training. That of the loss comes from the path that
 * trains, with dropout switched off.
 */
public final class GradientSource implements GradientComputer {
  /** Where networks to be differentiated come from. */
  @FunctionalInterface
  public interface Source {
    /** Networks of these layers for batches of so many. */
    Networks of(List<LayerSpec> layers, int examples);
  }

  private final List<LayerSpec> layers;
  private final Split split;
  private final Source networks;

  public GradientSource(List<LayerSpec> layers, Split split, Source networks) {
    this.layers = layers.stream().map(LayerSpec::keepingAll).toList();
    this.split = split;
    this.networks = networks;
  }

  @Override
  public Weights gradient(Ticket ticket, Objective objective) {
    Weights gradient =
        objective instanceof Objective.Loss loss
            ? ofLoss(ticket, loss)
            : new SynapticFlow(layers, ticket.mask().apply(ticket.start())).gradient();
    for (float value : gradient.values()) {
      if (!Float.isFinite(value)) {
        throw new EngineFailure("The gradient by which a network is pruned is not finite");
      }
    }
    return gradient;
  }

  private Weights ofLoss(Ticket ticket, Objective.Loss loss) {
    int[] batch = split.draw(RandomStream.of(loss.draw(), "gradient-batch"), loss.examples());
    try (Networks some = networks.of(layers, batch.length)) {
      return new Weights(ticket.mask().layout(), some.of(ticket).gradient(batch));
    }
  }
}
