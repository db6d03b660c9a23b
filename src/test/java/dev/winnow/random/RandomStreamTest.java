package dev.winnow.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  @Test
  void the_first_draws_of_a_stream_never_change() {
    RandomStream stream = RandomStream.of(1, "initialisation", "fc1.weight");
    // From an independent implementation of the generator, outside Java.
    assertThat(stream.nextLong()).isEqualTo(-5808992556073323375L);
    assertThat(stream.nextGaussian()).isEqualTo(-0.32017851209986153);
  }

  @Test
  void the_key_is_more_than_its_letters() {
    assertThat(RandomStream.of(1, "a", "bc").nextLong())
        .isNotEqualTo(RandomStream.of(1, "ab", "c").nextLong());
    assertThat(RandomStream.of(1, "a", 1, 11).nextLong())
        .isNotEqualTo(RandomStream.of(1, "a", 11, 1).nextLong());
    assertThat(RandomStream.of(1, "a").nextLong()).isNotEqualTo(RandomStream.of(2, "a").nextLong());
  }

  @Test
  void a_permutation_holds_each_number_once() {
    int[] order = RandomStream.of(7, "order").permutation(1000);
    assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, 1000).toArray());
  }

  @Test
  void gaussian_draws_have_mean_0_and_deviation_1() {
    RandomStream stream = RandomStream.of(3, "gaussian");
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = stream.nextGaussian();
      sum += x;
      squares += x * x;
    }
    assertThat(sum / n).isBetween(-0.02, 0.02);
    assertThat(squares / n).isBetween(0.98, 1.02);
  }

  @Test
  void bounded_draws_cover_their_range_evenly() {
    RandomStream stream = RandomStream.of(4, "bounded");
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[stream.nextInt(7)]++;
    }
    assertThat(IntStream.of(counts))
        .allSatisfy(count -> assertThat(count).isBetween(9_500, 10_500));
  }

  @Test
  void a_bound_is_positive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomStream.of(1, "x").nextInt(0))
        .withMessageContaining("is 0");
  }
}
