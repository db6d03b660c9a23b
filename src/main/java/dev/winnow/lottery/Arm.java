package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Named;

/** A control: something else to train in a round, made from the round's ticket. */
public interface Arm extends Named {
  /** The id of the pruned and rewound network itself, which every experiment trains. */
  String TICKET = "ticket";

  /** How many trainings each round makes of it, at least 1. */
  default int replicates(Choice choice) {
    return 1;
  }

  /**
   * How many weights it keeps beside a ticket that keeps so many.
   *
   * @param ticket at least {@link #least}
   */
  default int keeps(int ticket, ParameterLayout layout) {
    return ticket;
  }

  /** The fewest weights of a ticket that it can be made from. */
  default int least(ParameterLayout layout) {
    return 0;
  }

  /**
   * Whether it can be made where pruned weights keep their first value for good ({@link
   * MaskActions.Pruned#FREEZE_AT_INIT}): it is then a network of all weights, of which some are
   * trained.
   */
  default boolean freezes() {
    return true;
  }

  /**
   * What is trained beside the ticket, made by the context's {@code ticket} or {@code anew}. A
   * function of its arguments.
   *
   * @param choice the arm's own parameters
   */
  Ticket control(Ticket ticket, Choice choice, ControlContext context);
}
