package dev.winnow.database;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/**
 * Tells failures of the database that may pass, as it is down, busy or without room on its disk,
 * from those that come again.
 */
public final class TransientFailure {
  /**
   * Classes of SQLSTATE: connection, a plan that was made before the schema grew, rollback of a
   * transaction, resources such as the disk, state of an object such as a lock, intervention of an
   * operator, the system below.
   */
  private static final Set<String> CLASSES = Set.of("08", "0A", "40", "53", "55", "57", "58");

  private TransientFailure() {}

  /** Whether the database is out of reach, busy or full, rather than unwilling. */
  public static boolean is(RuntimeException failure) {
    return failure instanceof TransactionException
        || failure instanceof NonTransientDataAccessResourceException
        || (failure instanceof DataAccessException
            && (!(failure instanceof NonTransientDataAccessException) || hasPassingState(failure)));
  }

  /** Whether the first SQLSTATE among a failure's causes is of a class that may pass. */
  static boolean hasPassingState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // A commit or rollback that failed: the connection broke before, and took the reason with it.
      if (cause instanceof org.hibernate.TransactionException) {
        return true;
      }
      if (cause instanceof SQLException e && e.getSQLState() != null) {
        return e.getSQLState().length() == 5 && CLASSES.contains(e.getSQLState().substring(0, 2));
      }
    }
    return false;
  }
}
