package dev.winnow.command.bench;

import dev.winnow.architecture.ImageShape;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RemovalRates;
import dev.winnow.lottery.Scope;
import dev.winnow.lottery.Ticket;
import java.math.BigDecimal;
import java.util.List;

/**
 * The paper's LeNet-300-100 in rounds 0 to 20 (1803.03635, figure 2: 20 % of the hidden layers'
 * remaining weights go each round, 10 % of the output layer's).
 *
 * @param kept the weights left in each layer (inner list) in each round (outer list)
 */
record PaperRounds(List<LayerSpec> layers, List<List<Integer>> kept) {
  static final int BATCH = 60;
  static final int LAST = 20;

  /** The round whose tickets stand for the sparse ones where all would be too many: 13.5 %. */
  static final int SPARSE = 9;

  static PaperRounds lenet() {
    return of(
        KnownArchitectures.ALL
            .get("lenet-300-100")
            .layers(new ImageShape(1, 28, 28), 10, Choice.of("lenet-300-100")));
  }

  static PaperRounds of(List<LayerSpec> layers) {
    RemovalRates rates =
        new RemovalRates(new BigDecimal("0.2"), new BigDecimal("0.2"), new BigDecimal("0.1"));
    PruningPlan plan =
        new PruningPlan(
            PruningStrategy.ITERATIVE, Choice.of("magnitude"), Scope.LAYERWISE, rates, LAST);
    return new PaperRounds(layers, plan.schedule(ParameterLayout.of(layers)));
  }

  /** Weights left ÷ weights. */
  double density(int round) {
    return (double) sum(round) / sum(0);
  }

  private int sum(int round) {
    return kept.get(round).stream().mapToInt(Integer::intValue).sum();
  }

  /** Floating-point operations of one iteration, the input gradient of the first layer left out. */
  double iteration(int round) {
    return BATCH * 2.0 * (3.0 * sum(round) - kept.get(round).get(0));
  }

  /** Floating-point operations of one image's forward pass. */
  double image(int round) {
    return 2.0 * sum(round);
  }

  /** Keeps those of the initial weights that are the largest in their layer. */
  Ticket ticket(int round, Weights initial) {
    ParameterLayout layout = initial.layout();
    float[] scores = new float[layout.prunableSize()];
    int position = 0;
    for (ParameterLayout.Place place : layout.prunable()) {
      for (int i = place.offset(); i < place.end(); i++) {
        scores[position++] = Math.abs(initial.value(i));
      }
    }
    return new Ticket(Mask.dense(layout).keepHighest(scores, kept.get(round)), initial);
  }
}
