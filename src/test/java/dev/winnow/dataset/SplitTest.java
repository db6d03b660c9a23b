package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  static Stream<Arguments> splits() {
    return Stream.of(
        Arguments.of(1L, 2, 1),
        Arguments.of(2L, 100, 1),
        Arguments.of(3L, 100, 99),
        Arguments.of(-4L, 1_000, 333),
        Arguments.of(Long.MAX_VALUE, 60_000, 5_000));
  }

  @ParameterizedTest
  @MethodSource("splits")
  void training_and_validation_share_nothing_and_leave_nothing_out(
      long seed, int examples, int validation) {
    Split split = Split.of(seed, examples, validation);
    assertThat(split.validation()).hasSize(validation).isSorted();
    assertThat(split.trainingSize()).isEqualTo(examples - validation);
    assertThat(sorted(concat(split.validation(), split.epoch(0))))
        .isEqualTo(IntStream.range(0, examples).toArray());
  }

  @ParameterizedTest
  @MethodSource("splits")
  void each_epoch_is_a_permutation_of_the_examples_trained_on(
      long seed, int examples, int validation) {
    Split split = Split.of(seed, examples, validation);
    int[] trained = sorted(split.epoch(0));
    for (int epoch = 1; epoch < 4; epoch++) {
      assertThat(sorted(split.epoch(epoch))).isEqualTo(trained);
    }
  }

  @ParameterizedTest
  @MethodSource("splits")
  void a_split_is_a_function_of_its_arguments(long seed, int examples, int validation) {
    Split first = Split.of(seed, examples, validation);
    Split second = Split.of(seed, examples, validation);
    second.epoch(9);
    assertThat(second.validation()).isEqualTo(first.validation());
    assertThat(second.epoch(3)).isEqualTo(first.epoch(3));
  }

  @Test
  void epochs_differ_from_each_other() {
    Split split = Split.of(1, 1_000, 100);
    assertThat(IntStream.range(0, 20).mapToObj(e -> Arrays.toString(split.epoch(e))))
        .doesNotHaveDuplicates();
  }

  @Test
  void another_seed_holds_other_examples_out_and_orders_them_otherwise() {
    Split one = Split.of(1, 1_000, 100);
    Split two = Split.of(2, 1_000, 100);
    assertThat(two.validation()).isNotEqualTo(one.validation());
    assertThat(two.epoch(0)).isNotEqualTo(one.epoch(0));
  }

  @Test
  void the_examples_held_out_come_from_the_whole_set() {
    int[] validation = Split.of(5, 60_000, 5_000).validation();
    int[] perTenth = new int[10];
    Arrays.stream(validation).forEach(example -> perTenth[example / 6_000]++);
    // 500 expected in each, with a standard deviation of 20
    assertThat(Arrays.stream(perTenth).boxed()).allMatch(count -> count > 380 && count < 620);
  }

  @Test
  void changing_what_a_split_handed_out_does_not_change_the_split() {
    Split split = Split.of(1, 100, 10);
    Arrays.fill(split.validation(), -1);
    Arrays.fill(split.epoch(0), -1);
    assertThat(split.validation()).containsExactly(Split.of(1, 100, 10).validation());
    assertThat(split.epoch(0)).containsExactly(Split.of(1, 100, 10).epoch(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100, 101})
  void a_validation_size_that_leaves_one_side_empty_is_refused(int validation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(1, 100, validation))
        .withMessage("validation must be from 1 to 99, is " + validation);
  }

  private static int[] concat(int[] one, int[] two) {
    return IntStream.concat(Arrays.stream(one), Arrays.stream(two)).toArray();
  }

  private static int[] sorted(int[] values) {
    return Arrays.stream(values).sorted().toArray();
  }
}
