package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchOrderTest {
  private static final Split SPLIT = Split.of(7, 130, 25);

  @ParameterizedTest
  @CsvSource({"1, 105", "10, 10", "35, 3", "36, 2", "52, 2", "53, 1", "105, 1"})
  void an_epoch_is_the_whole_batches_that_the_examples_fill(int batchSize, int iterations) {
    assertThat(new BatchOrder(SPLIT, batchSize).iterationsPerEpoch()).isEqualTo(iterations);
  }

  @Test
  void the_batches_of_an_epoch_are_the_start_of_its_order_and_the_rest_is_dropped() {
    var batches = new BatchOrder(SPLIT, 10);
    for (int epoch = 0; epoch < 3; epoch++) {
      int first = epoch * 10;
      int[] seen =
          IntStream.range(first, first + 10)
              .flatMap(i -> Arrays.stream(batches.batch(i)))
              .toArray();
      assertThat(seen).containsExactly(Arrays.copyOf(SPLIT.epoch(epoch), 100));
    }
  }

  @Test
  void a_batch_does_not_depend_on_what_was_asked_before() {
    var inOrder = new BatchOrder(SPLIT, 10);
    int[][] expected = IntStream.range(0, 40).mapToObj(inOrder::batch).toArray(int[][]::new);
    var jumping = new BatchOrder(SPLIT, 10);
    for (int i : new int[] {25, 3, 39, 25, 0, 12}) {
      assertThat(jumping.batch(i)).containsExactly(expected[i]);
      assertThat(new BatchOrder(SPLIT, 10).batch(i)).containsExactly(expected[i]);
    }
  }

  @Test
  void changing_a_batch_that_was_handed_out_changes_no_later_one() {
    var batches = new BatchOrder(SPLIT, 10);
    int[] handedOut = batches.batch(4);
    int[] before = handedOut.clone();
    Arrays.fill(handedOut, -1);
    assertThat(batches.batch(4)).containsExactly(before);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "106"})
  void a_batch_that_no_epoch_can_fill_is_refused(int batchSize) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BatchOrder(SPLIT, batchSize))
        .withMessage("batchSize must be from 1 to 105, is " + batchSize);
  }

  @Test
  void an_iteration_before_the_first_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BatchOrder(SPLIT, 10).batch(-1))
        .withMessage("iteration must not be negative, is -1");
  }
}
