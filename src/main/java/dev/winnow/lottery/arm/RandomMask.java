package dev.winnow.lottery.arm;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.Draw;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * A mask drawn uniformly among those that keep as many weights of each layer as the ticket does,
 * with fresh initial weights (1803.03635, figure 1, "randomly sampled sparse networks").
 */
@Component
final class RandomMask implements Arm {
  @Override
  public String name() {
    return "random-mask";
  }

  @Override
  public String summary() {
    return "A random mask with the ticket's count per layer, and weights drawn anew";
  }

  @Override
  public Ticket challenge(Ticket ticket, Draw draw) {
    Mask mask = ticket.mask();
    Layout layout = mask.layout();
    List<Integer> kept = mask.keptPerTensor();
    int[] positions =
        IntStream.range(0, kept.size())
            .flatMap(
                t -> {
                  var tensor = layout.prunable().get(t).tensor();
                  int[] order = draw.stream("mask", tensor.name()).permutation(tensor.size());
                  int first = mask.firstPosition(t);
                  return Arrays.stream(order, 0, kept.get(t)).map(index -> first + index);
                })
            .toArray();
    Weights weights = draw.weights();
    return new Ticket(Mask.keeping(layout, positions), weights);
  }
}
