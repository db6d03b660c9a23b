package dev.winnow.lottery.arm;

import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Ticket;
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
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    return context.anew(context.draw(ticket.mask().keptPerTensor()), context.fresh());
  }
}
