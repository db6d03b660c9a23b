package dev.winnow.network;

import dev.winnow.lottery.Ticket;

/** Makes the networks of one trial, on one implementation. Belongs to one thread. */
public interface Networks extends AutoCloseable {
  /** A network at the ticket's start, with an optimizer in its first state. */
  Network of(Ticket ticket);

  /** What bits depend on besides definition and seed; see {@link dev.winnow.lottery.Trainer}. */
  String signature();

  @Override
  void close();
}
