package dev.winnow.lottery.arm;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A dense network in which the weights that the ticket lacks are drawn anew and those that it has
 * are rewound: pruning as a hint for the initialisation alone.
 */
@Component
final class ReinitSmall implements Arm {
  @Override
  public String name() {
    return "reinit-small";
  }

  @Override
  public String summary() {
    return "A dense network: the survivors rewound, the pruned weights drawn anew";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.integer("perTicket", "Independent draws for each ticket", 1, 1, 20));
  }

  @Override
  public int replicates(Choice choice) {
    return choice.integer("perTicket");
  }

  @Override
  public int keeps(int ticket, ParameterLayout layout) {
    return layout.prunableSize();
  }

  @Override
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    return context.ticket(
        Mask.dense(ticket.mask().layout()),
        ticket.mask().choose(context.rewound(), context.fresh()));
  }
}
