package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubsetTest {
  private static final Shape SHAPE = new Shape(1, 1, 2);
  private final Images all = Images.of(samples(90), samples(30));

  /** Each image holds its own number; classes are 0, 1 and 2 in turn. */
  private static Samples samples(int size) {
    ByteBuffer pixels = ByteBuffer.allocate(2 * size);
    ByteBuffer labels = ByteBuffer.allocate(size);
    for (int i = 0; i < size; i++) {
      pixels.put(2 * i, (byte) i).put(2 * i + 1, (byte) (100 - i));
      labels.put(i, (byte) (i % 3));
    }
    return new Samples(SHAPE, size, pixels, labels);
  }

  @Test
  void it_holds_as_many_examples_of_each_class_and_each_one_once() {
    Samples some = new Subset(7, 1).of(all, 3).training();
    assertThat(some.size()).isEqualTo(21);
    Set<Byte> seen = new HashSet<>();
    int[] counts = new int[3];
    for (int i = 0; i < 21; i++) {
      byte number = some.pixels().get(2 * i);
      assertThat(seen.add(number)).isTrue();
      assertThat(some.label(i)).isEqualTo(number % 3);
      assertThat(some.pixels().get(2 * i + 1)).isEqualTo((byte) (100 - number));
      counts[some.label(i)]++;
    }
    assertThat(counts).containsOnly(7);
  }

  @Test
  void its_seed_decides_which_and_the_test_examples_stay() {
    Images one = new Subset(7, 1).of(all, 3);
    assertThat(new Subset(7, 1).of(all, 3).checksum()).isEqualTo(one.checksum());
    assertThat(new Subset(7, 2).of(all, 3).checksum()).isNotEqualTo(one.checksum());
    assertThat(one.test()).isSameAs(all.test());
    assertThat(one.checksum()).isNotEqualTo(all.checksum());
  }

  @Test
  void more_than_a_class_has_is_refused() {
    assertThatThrownBy(() -> new Subset(31, 1).of(all, 3))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessage("The subset takes 31 training examples of each class, class 0 has 30");
  }
}
