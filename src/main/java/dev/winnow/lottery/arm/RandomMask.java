package dev.winnow.lottery.arm;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Tensor;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.Ingredients;
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
  public Ticket challenge(Ticket ticket, Choice choice, Ingredients ingredients) {
    return new Ticket(shuffled(ticket.mask(), ingredients), ingredients.fresh());
  }

  /** A mask with the same count in each layer, drawn uniformly. */
  static Mask shuffled(Mask mask, Ingredients ingredients) {
    Layout layout = mask.layout();
    List<Integer> kept = mask.keptPerTensor();
    int[] positions =
        IntStream.range(0, kept.size())
            .flatMap(
                t -> {
                  Tensor tensor = layout.prunable().get(t).tensor();
                  int[] order =
                      ingredients.stream("mask", tensor.name()).permutation(tensor.size());
                  int first = mask.firstPosition(t);
                  return Arrays.stream(order, 0, kept.get(t)).map(index -> first + index);
                })
            .toArray();
    return Mask.keeping(layout, positions);
  }
}
