package dev.winnow.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;

class TransientFailureTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "0A000", "40001", "53100", "55P03", "57P01", "58030"})
  void a_full_or_busy_or_absent_database_may_come_round(String state) {
    assertThat(TransientFailure.is(failure(state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "22001", ""})
  void what_is_wrong_in_itself_stays_wrong(String state) {
    assertThat(TransientFailure.is(failure(state))).isFalse();
  }

  @Test
  void what_has_no_state_is_known_by_its_kind() {
    assertThat(TransientFailure.is(new CannotCreateTransactionException("no connection"))).isTrue();
    assertThat(TransientFailure.is(new CannotAcquireLockException("somebody has it"))).isTrue();
    assertThat(TransientFailure.is(new DataIntegrityViolationException("it is there already")))
        .isFalse();
    assertThat(TransientFailure.is(new IllegalStateException("not of the database"))).isFalse();
  }

  @Test
  void a_rollback_that_fails_hides_a_broken_connection() {
    SQLException closed = new SQLException("Connection is closed");
    assertThat(
            TransientFailure.is(
                new JpaSystemException(
                    new TransactionException(
                        "Unable to rollback against JDBC Connection", closed))))
        .isTrue();
  }

  private static RuntimeException failure(String state) {
    return new UncategorizedSQLException("write", "insert", new SQLException("no", state));
  }
}
