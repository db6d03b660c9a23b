package dev.winnow.engine.sparse;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Ticket;
import java.util.List;

/** Trains for a while and prints which kernels it used and a checksum of where it ended. */
final class SparseTraining {
  private SparseTraining() {}

  public static void main(String[] arguments) {
    List<LayerSpec> layers = Trials.layers(9, 100, 50, 4);
    Ticket ticket = Trials.ticket(layers, 0.3, 2);
    Kernels kernels = FastestKernels.choose();
    SparseNetwork network =
        SparseTrials.network(layers, ticket, Trials.adam("0.003", "1e-8", "0.001"), kernels);
    for (int step = 0; step < 500; step++) {
      network.step(SparseTrials.batch(step));
    }
    Weights end = new Weights(ticket.mask().layout(), network.values());
    System.out.println(kernels.getClass().getSimpleName() + " " + end.sha256());
  }
}
