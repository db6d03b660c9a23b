package dev.winnow.lottery.arm;

import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Ticket;
import org.springframework.stereotype.Component;

/**
 * The ticket's counts per layer at places drawn uniformly, with the initial weights of those
 * places: what is left of a ticket without its structure (Frankle et al. 2021, "Pruning Neural
 * Networks at Initialization: Why Are We Missing the Mark?", section 5).
 */
@Component
final class ShuffledMask implements Arm {
  @Override
  public String name() {
    return "shuffled-mask";
  }

  @Override
  public String summary() {
    return "The ticket's count per layer at random places, rewound as the ticket is";
  }

  @Override
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    return context.ticket(context.draw(ticket.mask().keptPerTensor()), context.rewound());
  }
}
