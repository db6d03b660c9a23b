package dev.winnow.lottery.arm;

import dev.winnow.catalog.Choice;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Ticket;
import org.springframework.stereotype.Component;

/**
 * As many weights as the ticket's, pruned at once from the trained dense network of round 0, and
 * rewound (1803.03635, section 4 and appendix B).
 */
@Component
final class OneShot implements Arm {
  @Override
  public String name() {
    return "one-shot";
  }

  @Override
  public String summary() {
    return "As many weights as the ticket, pruned at once from round 0, rewound";
  }

  @Override
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    return context.ticket(context.oneShot(), context.rewound());
  }
}
