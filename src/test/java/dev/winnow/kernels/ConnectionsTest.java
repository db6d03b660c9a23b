package dev.winnow.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionsTest {
  /** Rows of three: unit 0 reads 0 and 2, unit 1 nothing, unit 2 reads 0. */
  private final Connections connections = Connections.of(new int[] {0, 2, 6}, 3, 3);

  @Test
  void connections_stand_unit_after_unit() {
    assertThat(connections.starts()).containsExactly(0, 2, 2, 3);
    assertThat(connections.sources()).containsExactly(0, 2, 0);
    assertThat(connections.units()).isEqualTo(3);
    assertThat(connections.size()).isEqualTo(3);
  }

  @Test
  void what_nothing_reads_is_not_used() {
    assertThat(connections.used()).containsExactly(0, 2);
  }

  @Test
  void reversed_they_stand_source_after_source() {
    Connections reversed = connections.reversed(3);
    assertThat(connections.bySource()).containsExactly(0, 2, 1);
    assertThat(reversed.starts()).containsExactly(0, 2, 2, 3);
    assertThat(reversed.sources()).containsExactly(0, 2, 0);
  }
}
