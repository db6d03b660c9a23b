package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class GlyphsTest {
  private static final Glyphs GLYPHS = new Glyphs();
  private static final Images IMAGES = GLYPHS.read();

  @Test
  void every_pixel_is_the_same_on_every_machine_and_java_version() {
    assertThat(IMAGES.checksum())
        .isEqualTo(Glyphs.CHECKSUM)
        .isEqualTo("c0568268957d75e11fdeaa44231593fd7be2a0db70379e1d20a2c47e470b2724");
  }

  @Test
  void its_source_changes_with_its_pixels() {
    assertThat(GLYPHS.source()).isEqualTo(IMAGES.checksum());
  }

  @Test
  void mean_and_standard_deviation_are_those_of_the_training_pixels() {
    ByteBuffer pixels = IMAGES.training().pixels();
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < pixels.capacity(); i++) {
      int pixel = Byte.toUnsignedInt(pixels.get(i));
      sum += pixel;
      squares += (long) pixel * pixel;
    }
    double mean = sum / 255.0 / pixels.capacity();
    double variance = squares / 255.0 / 255.0 / pixels.capacity() - mean * mean;
    assertThat(GLYPHS.mean(0)).isCloseTo(mean, within(5e-5));
    assertThat(GLYPHS.standardDeviation(0)).isCloseTo(Math.sqrt(variance), within(5e-5));
  }

  @Test
  void every_digit_is_drawn_about_equally_often() {
    int[] counts = new int[10];
    for (int example = 0; example < IMAGES.training().size(); example++) {
      counts[IMAGES.training().label(example)]++;
    }
    // 6,000 expected of each, with a standard deviation of 73
    assertThat(counts).hasSize(10).doesNotContain(0);
    for (int count : counts) {
      assertThat(count).isBetween(5_600, 6_400);
    }
  }

  @Test
  void every_image_shows_something_bright_on_something_dark() {
    Samples test = IMAGES.test();
    for (int example = 0; example < test.size(); example++) {
      int dark = 0;
      int bright = 0;
      for (int i = 0; i < 784; i++) {
        int pixel = Byte.toUnsignedInt(test.pixels().get(example * 784 + i));
        dark += pixel < 80 ? 1 : 0;
        bright += pixel > 110 ? 1 : 0;
      }
      assertThat(dark).as("dark pixels of %d", example).isGreaterThan(392);
      assertThat(bright).as("bright pixels of %d", example).isGreaterThan(8);
    }
  }

  @Test
  void no_test_image_is_a_training_image() {
    var seen = new HashSet<ByteBuffer>();
    Samples training = IMAGES.training();
    for (int example = 0; example < training.size(); example++) {
      seen.add(training.pixels().slice(example * 784, 784));
    }
    assertThat(seen).hasSize(training.size());
    for (int example = 0; example < IMAGES.test().size(); example++) {
      assertThat(seen.contains(IMAGES.test().pixels().slice(example * 784, 784))).isFalse();
    }
  }
}
