package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelNoiseTest {
  private static final int CLASSES = 4;
  private static final int EXAMPLES = 130;
  private static final Split SPLIT = Split.of(7, EXAMPLES, 25);
  private static final Images CLEAN = Images.of(samples(EXAMPLES), samples(20));

  private static Samples samples(int size) {
    ByteBuffer labels = ByteBuffer.allocate(size);
    IntStream.range(0, size).forEach(i -> labels.put(i, (byte) (i % CLASSES)));
    return new Samples(new Shape(1, 1, 1), size, ByteBuffer.allocate(size), labels);
  }

  private static Images noisy(String share, long seed) {
    return new LabelNoise(new BigDecimal(share), seed).in(CLEAN, SPLIT, CLASSES);
  }

  private static Set<Integer> wrong(Images images) {
    Set<Integer> wrong = new HashSet<>();
    IntStream.range(0, EXAMPLES)
        .filter(i -> images.training().label(i) != CLEAN.training().label(i))
        .forEach(wrong::add);
    return wrong;
  }

  /** 105 examples are trained on. */
  @ParameterizedTest
  @CsvSource({"0.1, 11", "0.09, 9", "0.004, 0", "0.5, 53", "0.999, 105"})
  void as_many_labels_are_wrong_as_the_share_says(String share, int count) {
    assertThat(wrong(noisy(share, 1))).hasSize(count);
  }

  @Test
  void labels_for_validation_and_test_stay() {
    Images all = noisy("0.999", 1);
    assertThat(wrong(all))
        .doesNotContainAnyElementsOf(Arrays.stream(SPLIT.validation()).boxed().toList());
    assertThat(all.test()).isSameAs(CLEAN.test());
    assertThat(all.checksum()).isEqualTo(CLEAN.checksum());
  }

  @Test
  void every_other_class_is_drawn_and_no_one_but_these() {
    Images all = noisy("0.999", 1);
    Set<Integer> steps = new HashSet<>();
    for (int i : wrong(all)) {
      steps.add(Math.floorMod(all.training().label(i) - CLEAN.training().label(i), CLASSES));
      assertThat(all.training().label(i)).isBetween(0, CLASSES - 1);
    }
    assertThat(steps).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void it_is_a_function_of_the_seed() {
    assertThat(noisy("0.3", 1).training().labels()).isEqualTo(noisy("0.3", 1).training().labels());
    assertThat(wrong(noisy("0.3", 1))).isNotEqualTo(wrong(noisy("0.3", 2)));
  }

  @Test
  void without_it_the_images_are_what_they_were() {
    assertThat(noisy("0", 1)).isSameAs(CLEAN);
  }
}
