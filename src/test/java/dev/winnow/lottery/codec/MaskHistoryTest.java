package dev.winnow.lottery.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskHistoryTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void what_is_written_is_read_back(long seed) {
    RandomStream random = RandomStream.of(seed, "test");
    ParameterLayout layout = Networks.layout(1 + random.nextInt(300), 1 + random.nextInt(300));
    Mask before = some(layout, Mask.dense(layout), random);
    Mask nested = some(layout, before, random);
    Mask other = some(layout, Mask.dense(layout), random);
    for (Mask mask : List.of(before, nested, other, Mask.dense(layout))) {
      assertThat(MaskHistory.decode(before, MaskHistory.encode(before, mask))).isEqualTo(mask);
    }
  }

  @Test
  void twenty_rounds_of_lenet_come_close_to_the_bound_of_116_KiB() {
    ParameterLayout layout = Networks.layout(235_200, 30_000, 1_000);
    Mask mask = Mask.dense(layout);
    int bytes = 0;
    for (int round = 1; round <= 20; round++) {
      List<Integer> keep =
          mask.keptPerTensor().stream().map(kept -> kept - Math.round(kept * 0.2f)).toList();
      Mask next = mask.keepHighest(ScoringContext.prunable(Networks.random(layout, round)), keep);
      bytes += MaskHistory.encode(mask, next).length;
      mask = next;
    }
    assertThat(bytes).isLessThan(128 * 1024);
  }

  @Test
  void damaged_bytes_are_refused() {
    ParameterLayout layout = Networks.layout(300, 50);
    Mask mask = some(layout, Mask.dense(layout), RandomStream.of(1, "test"));
    byte[] bytes = MaskHistory.encode(Mask.dense(layout), mask);
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    byte[] other = bytes.clone();
    other[0] = 9;
    for (byte[] damaged : List.of(new byte[0], cut, other)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MaskHistory.decode(Mask.dense(layout), damaged));
    }
  }

  private static Mask some(ParameterLayout layout, Mask of, RandomStream random) {
    return Mask.keeping(
        layout, Arrays.stream(of.survivors()).filter(p -> random.nextDouble() < 0.7).toArray());
  }
}
