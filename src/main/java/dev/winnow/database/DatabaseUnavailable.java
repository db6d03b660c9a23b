package dev.winnow.database;

/** The database cannot be used, and what the operator can do about it. */
final class DatabaseUnavailable extends RuntimeException {
  private final String action;

  DatabaseUnavailable(String description, String action) {
    super(description);
    this.action = action;
  }

  DatabaseUnavailable(String description, String action, Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
