package dev.winnow.command;

/** The arguments of a command cannot be understood; the message says which and what is allowed. */
public final class BadArguments extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadArguments(String message) {
    super(message);
  }
}
