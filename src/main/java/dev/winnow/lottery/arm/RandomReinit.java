package dev.winnow.lottery.arm;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Ticket;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The ticket's mask with fresh initial weights (1803.03635, section 2, "random reinitialization").
 */
@Component
final class RandomReinit implements Arm {
  @Override
  public String name() {
    return "random-reinit";
  }

  @Override
  public String summary() {
    return "The ticket's mask with weights drawn anew";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer("perTicket", "Independent re-initialisations of each ticket", 1, 1, 20));
  }

  @Override
  public int replicates(Choice choice) {
    return choice.integer("perTicket");
  }

  @Override
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    return context.anew(ticket.mask(), context.fresh());
  }
}
