package dev.winnow.command.bench;

/** What counts as a second. */
enum Clock {
  /** The one on the wall. */
  WALL,
  /** One that the process had a core for; the two differ where a machine is shared. */
  CPU
}
