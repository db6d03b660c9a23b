package dev.winnow.command;

/**
 * Where in a trial something is measured.
 *
 * @param arm id
 */
record Place(int round, String arm) {
  static final String TICKET = "ticket";

  /** The dense network. */
  static final Place DENSE = ticket(0);

  static Place ticket(int round) {
    return new Place(round, TICKET);
  }
}
