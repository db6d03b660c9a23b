package dev.winnow.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.queue.Slice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

class OutageRetryTest {
  private final List<RuntimeException> troubles = new ArrayList<>();
  private boolean revoked;
  private int calls;

  @Test
  void what_the_database_cannot_do_for_the_moment_is_done_again() {
    troubles.add(new DataAccessResourceFailureException("the connection broke"));
    troubles.add(new TransactionSystemException("nobody knows whether it was committed"));
    run();
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void what_the_database_refuses_is_not_done_again() {
    troubles.add(new DataIntegrityViolationException("it is there already"));
    assertThatThrownBy(this::run).isInstanceOf(DataIntegrityViolationException.class);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void patience_ends_with_the_lease() {
    revoked = true;
    troubles.add(new DataAccessResourceFailureException("the connection broke"));
    assertThatThrownBy(this::run).isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(calls).isEqualTo(1);
  }

  private void run() {
    new OutageRetry(new FixedSlice())
        .run(
            () -> {
              calls++;
              if (!troubles.isEmpty()) {
                throw troubles.remove(0);
              }
            });
  }

  private final class FixedSlice implements Slice {
    @Override
    public boolean over() {
      return revoked;
    }

    @Override
    public boolean revoked() {
      return revoked;
    }

    @Override
    public void onRevoked(Runnable action) {
      throw new UnsupportedOperationException("A retry has nothing to stop");
    }

    @Override
    public int failures() {
      return 0;
    }
  }
}
