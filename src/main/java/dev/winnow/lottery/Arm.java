package dev.winnow.lottery;

import dev.winnow.architecture.Layout;
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

  /** The fewest weights of a ticket that it can be made from. */
  default int least(Layout layout) {
    return 0;
  }

  /**
   * What is trained beside the ticket. A function of its arguments.
   *
   * @param choice the arm's own parameters
   */
  Ticket challenge(Ticket ticket, Choice choice, Ingredients ingredients);
}
