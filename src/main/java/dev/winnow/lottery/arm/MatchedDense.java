package dev.winnow.lottery.arm;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Ticket;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A small dense network instead of a large sparse one: all hidden widths shrunk by one factor, so
 * that it has as many weights as the ticket or just fewer, initialised as a network of that size.
 */
@Component
final class MatchedDense implements Arm {
  @Override
  public String name() {
    return "matched-dense";
  }

  @Override
  public String summary() {
    return "A narrower dense network with as many weights as the ticket, or just fewer, drawn anew";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer("perTicket", "Independent networks for each ticket", 1, 1, 20));
  }

  @Override
  public int replicates(Choice choice) {
    return choice.integer("perTicket");
  }

  @Override
  public int least(ParameterLayout layout) {
    return NarrowNetwork.least(layout);
  }

  @Override
  public int keeps(int ticket, ParameterLayout layout) {
    return NarrowNetwork.of(layout, ticket).size();
  }

  /** Its units end where the wide network's are pruned: with values there, it would be wide. */
  @Override
  public boolean freezes() {
    return false;
  }

  @Override
  public Ticket control(Ticket ticket, Choice choice, ControlContext context) {
    NarrowNetwork narrow = NarrowNetwork.of(ticket.mask().layout(), ticket.mask().kept());
    return context.anew(
        narrow.mask(), narrow.place(context.fresh(narrow.layout()), context.fresh()));
  }
}
