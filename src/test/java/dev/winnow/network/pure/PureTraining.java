package dev.winnow.network.pure;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.checksum.Sha256;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.MapTrials;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.kernels.Kernels;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ComputePath;
import java.util.List;
import java.util.Optional;

/** Trains for a while and prints which kernels it used and a checksum of where it ended. */
final class PureTraining {
  private PureTraining() {}

  public static void main(String[] arguments) {
    List<LayerSpec> layers = Trials.layers(9, 100, 50, 4);
    Ticket ticket = Trials.ticket(layers, 0.3, 2);
    Kernels kernels = FastestKernels.choose();
    Sha256 ends = new Sha256();
    for (Samples samples : List.of(PureTrials.FULL, PureTrials.MOSTLY_BACKGROUND)) {
      for (ComputePath path : List.of(ComputePath.DENSE, ComputePath.SPARSE)) {
        PureNetwork network =
            PureTrials.network(
                layers, ticket, Trials.adam("0.003", "1e-8", "0.001"), path, samples, kernels);
        for (int step = 0; step < 500; step++) {
          network.step(PureTrials.batch(step));
        }
        ends.add(new Weights(ticket.mask().layout(), network.values()).sha256());
      }
    }
    ends.add(mapsEnd(MapTrials.LAYERS, kernels).sha256());
    ends.add(mapsEnd(MapTrials.NORMALISED, kernels).sha256());
    ends.add(mapsEnd(MapTrials.RESIDUAL, kernels).sha256());
    ends.add(mapsEnd(MapTrials.AVERAGED, kernels).sha256());
    System.out.println(kernels.getClass().getSimpleName() + " " + ends.hex());
  }

  private static Weights mapsEnd(List<LayerSpec> layers, Kernels kernels) {
    Ticket ticket = Trials.ticket(layers, 0.3, 2);
    PureNetwork network =
        new PureNetworks(
                layers,
                Trials.resolved(Trials.adam("0.003", "1e-8", "0"), MapTrials.BATCH, "1it", "1it"),
                new TrainingImages(MapTrials.SAMPLES, MapTrials.reader(), Optional.empty()),
                kernels)
            .of(ticket);
    for (int step = 0; step < 30; step++) {
      network.step(MapTrials.batch(step));
    }
    return new Weights(ticket.mask().layout(), network.values());
  }
}
