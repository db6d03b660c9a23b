package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsrPatternTest {
  /** Three columns: row 0 has entries in 0 and 2, row 1 none, row 2 one in 0. */
  private final CsrPattern pattern = CsrPattern.of(new int[] {0, 2, 6}, 3, 3);

  @Test
  void entries_stand_row_after_row() {
    assertThat(pattern.rowPointers()).containsExactly(0, 2, 2, 3);
    assertThat(pattern.columnIndices()).containsExactly(0, 2, 0);
    assertThat(pattern.rows()).isEqualTo(3);
    assertThat(pattern.size()).isEqualTo(3);
  }

  @Test
  void a_column_without_entries_is_not_used() {
    assertThat(pattern.usedColumns()).containsExactly(0, 2);
  }

  @Test
  void transposed_they_stand_column_after_column() {
    CsrPattern transposed = pattern.transposed(3);
    assertThat(pattern.byColumn()).containsExactly(0, 2, 1);
    assertThat(transposed.rowPointers()).containsExactly(0, 2, 2, 3);
    assertThat(transposed.columnIndices()).containsExactly(0, 2, 0);
  }
}
