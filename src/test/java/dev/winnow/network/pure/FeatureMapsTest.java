package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernels.Kernels;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class FeatureMapsTest {
  private static final FeatureMaps MAPS = new FeatureMaps(3, 4, 5);

  @Test
  void each_number_has_a_place_of_its_own_and_all_fit_the_array() {
    BitSet places = new BitSet();
    for (int block = 0; block < 2; block++) {
      for (int row = -1; row <= 4; row++) {
        for (int channel = 0; channel < 3; channel++) {
          for (int column = -1; column <= 5; column++) {
            int begin = MAPS.at(block, row, channel, column);
            places.set(begin, begin + Kernels.LANES);
          }
        }
      }
    }
    assertThat(places.cardinality()).isEqualTo(2 * 6 * 3 * 7 * Kernels.LANES);
    assertThat(places.length()).isLessThanOrEqualTo(MAPS.size(17));
    assertThat(MAPS.size(17)).isEqualTo(MAPS.size(32)).isLessThan(MAPS.size(33));
  }

  @Test
  void clearing_examples_beyond_the_batch_leaves_the_batch() {
    float[] values = new float[MAPS.size(19)];
    Arrays.fill(values, 1);
    MAPS.clearBeyond(values, 19);
    assertThat(sum(values)).isEqualTo(6 * 3 * 7 * 19 + Kernels.LANES);
    MAPS.clearBeyond(values, 16);
    assertThat(sum(values)).isEqualTo(6 * 3 * 7 * 19 + Kernels.LANES);
  }

  /** Those before and after the maps among them. */
  private static int sum(float[] values) {
    int sum = 0;
    for (float value : values) {
      sum += (int) value;
    }
    return sum;
  }
}
