package dev.winnow.command.reproduction;

/**
 * Where in a trial something is measured.
 *
 * @param arm id
 */
record RoundReference(int round, String arm) {
  static final String TICKET = "ticket";

  /** The dense network. */
  static final RoundReference DENSE = ticket(0);

  static RoundReference ticket(int round) {
    return new RoundReference(round, TICKET);
  }
}
