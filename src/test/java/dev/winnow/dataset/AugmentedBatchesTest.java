package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AugmentedBatchesTest {
  private static final Shape SHAPE = new Shape(2, 6, 5);
  private static final int SIZE = 40;
  private static final int BATCH = 10;

  private final Samples originals = originals();
  private final BatchOrder order = new BatchOrder(Split.of(3, SIZE, 8), BATCH);

  private static Samples originals() {
    ByteBuffer pixels = ByteBuffer.allocate(SIZE * SHAPE.size());
    ByteBuffer labels = ByteBuffer.allocate(SIZE);
    for (int i = 0; i < pixels.capacity(); i++) {
      pixels.put(i, (byte) (1 + i % 251));
    }
    for (int i = 0; i < SIZE; i++) {
      labels.put(i, (byte) (i % 7));
    }
    return new Samples(SHAPE, SIZE, pixels, labels);
  }

  @Test
  void each_image_is_the_original_turned_or_not_and_moved_by_at_most_four_pixels() {
    AugmentedBatches batches = batches(Augmentation.FLIP_CROP);
    Set<String> changes = new HashSet<>();
    for (int iteration = 0; iteration < 60; iteration++) {
      int[] examples = order.batch(iteration);
      int[] places = batches.batch(iteration);
      assertThat(places).hasSize(BATCH).doesNotHaveDuplicates();
      for (int i = 0; i < BATCH; i++) {
        assertThat(batches.samples().label(places[i])).isEqualTo(originals.label(examples[i]));
        changes.add(changeOf(batches.samples(), places[i], examples[i]));
      }
    }
    // 2 × 9 × 9 are possible; 600 draws miss few of them.
    assertThat(changes).hasSizeGreaterThan(130);
  }

  @Test
  void a_flip_only_turns_and_a_crop_only_moves() {
    for (int iteration = 0; iteration < 9; iteration++) {
      int[] examples = order.batch(iteration);
      AugmentedBatches flips = batches(Augmentation.FLIP);
      AugmentedBatches crops = batches(Augmentation.CROP);
      int[] flipped = flips.batch(iteration);
      int[] cropped = crops.batch(iteration);
      for (int i = 0; i < BATCH; i++) {
        assertThat(changeOf(flips.samples(), flipped[i], examples[i])).endsWith(" 0 0");
        assertThat(changeOf(crops.samples(), cropped[i], examples[i])).startsWith("false");
      }
    }
  }

  @Test
  void what_becomes_of_an_image_depends_on_seed_epoch_and_example_alone() {
    AugmentedBatches jumping = batches(Augmentation.FLIP_CROP);
    String jumped = images(jumping, jumping.batch(7));
    AugmentedBatches walking = batches(Augmentation.FLIP_CROP);
    for (int iteration = 0; iteration < 7; iteration++) {
      assertThat(images(walking, walking.batch(iteration))).isNotEqualTo(jumped);
    }
    assertThat(images(walking, walking.batch(7))).isEqualTo(jumped);
    assertThat(images(walking, walking.batch(8))).isNotEqualTo(jumped);
  }

  @Test
  void a_batch_stays_what_it_is_while_the_next_one_is_made() {
    AugmentedBatches batches = batches(Augmentation.FLIP_CROP);
    for (int iteration = 0; iteration < 9; iteration++) {
      int[] places = batches.batch(iteration);
      String before = images(batches, places);
      batches.batch(iteration + 1);
      assertThat(images(batches, places)).isEqualTo(before);
    }
  }

  /** Pixels and labels. */
  private static String images(AugmentedBatches batches, int[] places) {
    StringBuilder images = new StringBuilder();
    for (int place : places) {
      images.append(batches.samples().label(place)).append(':');
      for (int i = 0; i < SHAPE.size(); i++) {
        images.append(batches.samples().pixels().get(place * SHAPE.size() + i)).append(' ');
      }
    }
    return images.toString();
  }

  /** Which change explains every pixel: turned, rows down, columns to the right. */
  private String changeOf(Samples samples, int place, int example) {
    for (boolean turned : new boolean[] {false, true}) {
      for (int down = -4; down <= 4; down++) {
        for (int right = -4; right <= 4; right++) {
          if (explains(samples, place, example, turned, down, right)) {
            return "%s %d %d".formatted(turned, down, right);
          }
        }
      }
    }
    throw new AssertionError("No change explains example " + example);
  }

  private boolean explains(
      Samples samples, int place, int example, boolean turned, int down, int right) {
    for (int i = 0; i < SHAPE.size(); i++) {
      int column = i % 5;
      int y = i / 5 % 6 + down;
      int x = (turned ? 4 - column : column) + right;
      boolean inside = y >= 0 && y < 6 && x >= 0 && x < 5;
      int from = example * SHAPE.size() + i / 30 * 30 + y * 5 + x;
      byte expected = inside ? originals.pixels().get(from) : 0;
      if (samples.pixels().get(place * SHAPE.size() + i) != expected) {
        return false;
      }
    }
    return true;
  }

  private AugmentedBatches batches(Augmentation augmentation) {
    return new AugmentedBatches(
        augmentation, originals, 3, new BatchOrder(Split.of(3, SIZE, 8), BATCH));
  }
}
