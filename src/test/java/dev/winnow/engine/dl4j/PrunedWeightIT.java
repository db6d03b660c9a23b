package dev.winnow.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.Blobs;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.PixelReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrunedWeightIT {
  private final Samples samples = new Blobs().read().training();
  private final Ticket ticket = Trials.ticket(Trials.SMALL, 0.4, 3);

  @BeforeAll
  static void load() {
    NativeLibrary.loadWithOneThread();
  }

  @Test
  void a_pruned_weight_is_plus_zero_at_every_iteration_and_survivors_move() {
    for (Choice optimizer :
        List.of(
            Trials.adam("0.01", "1e-8", "0"),
            Trials.adam("0.01", "1e-8", "0.01"),
            Trials.sgd("0.05", "0.9", "0"),
            Trials.sgd("0.05", "0.9", "0.01"))) {
      check(optimizer);
    }
  }

  private void check(Choice optimizer) {
    float[] table = new float[256];
    IntStream.range(0, 256).forEach(p -> table[p] = (p - 100) / 80f);
    try (Dl4jNetwork network = new Dl4jNetwork(Trials.SMALL, new PixelReader(table, 9), 10, 0)) {
      DenseNetwork dense =
          new DenseNetwork(network, samples, ticket, Trials.resolved(optimizer, 10, "1it", "1it"));
      assertPruned(network.values());
      for (int step = 0; step < 50; step++) {
        int first = step * 3;
        dense.step(IntStream.range(first, first + 10).toArray());
        assertPruned(network.values());
      }
      assertThat(network.values()).isEqualTo(dense.values());
      assertSurvivorsMoved(dense.values());
    }
  }

  private void assertPruned(float[] values) {
    forEachWeight(
        (place, kept) -> {
          if (!kept) {
            assertThat(Float.floatToRawIntBits(values[place])).isZero();
          }
        });
  }

  private void assertSurvivorsMoved(float[] values) {
    float[] start = ticket.start().values();
    int[] moved = new int[2];
    int[] all = new int[2];
    forEachWeight(
        (place, kept) -> {
          if (kept) {
            int sign = start[place] < 0 ? 0 : 1;
            all[sign]++;
            moved[sign] += values[place] == start[place] ? 0 : 1;
          }
        });
    assertThat(moved[0]).as("negative survivors that moved").isGreaterThan(all[0] * 3 / 4);
    assertThat(moved[1]).as("positive survivors that moved").isGreaterThan(all[1] * 3 / 4);
  }

  private interface WeightVisitor {
    void visit(int place, boolean kept);
  }

  private void forEachWeight(WeightVisitor visitor) {
    Mask mask = ticket.mask();
    int position = 0;
    for (ParameterLayout.Place place : mask.layout().prunable()) {
      for (int i = place.offset(); i < place.end(); i++) {
        visitor.visit(i, mask.keeps(position++));
      }
    }
  }
}
