package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.architecture.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizerMemoryTest {
  private static final ParameterLayout LAYOUT = Networks.small();
  private static final OptimizerMemory MEMORY =
      new OptimizerMemory(70_000, List.of(Networks.random(LAYOUT, 1), Networks.random(LAYOUT, 2)));

  @Test
  void it_is_written_and_read_back_to_the_bit() {
    assertThat(OptimizerMemory.fromBytes(LAYOUT, MEMORY.toBytes())).isEqualTo(MEMORY);
    OptimizerMemory plain = new OptimizerMemory(3, List.of());
    assertThat(OptimizerMemory.fromBytes(LAYOUT, plain.toBytes())).isEqualTo(plain);
  }

  @Test
  void half_an_array_is_refused() {
    byte[] bytes = MEMORY.toBytes();
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThatIllegalArgumentException().isThrownBy(() -> OptimizerMemory.fromBytes(LAYOUT, cut));
  }

  @Test
  void nothing_is_known_of_pruned_weights() {
    Mask mask = Mask.keeping(LAYOUT, new int[] {2, 13});
    OptimizerMemory under = MEMORY.under(mask);
    assertThat(under.updates()).isEqualTo(70_000);
    for (int i = 0; i < 2; i++) {
      float[] kept = ScoringContext.prunable(under.arrays().get(i));
      assertThat(kept[2]).isEqualTo(ScoringContext.prunable(MEMORY.arrays().get(i))[2]).isNotZero();
      assertThat(kept[3]).isZero();
      assertThat(under.arrays().get(i).value(12)).isEqualTo(MEMORY.arrays().get(i).value(12));
    }
  }
}
