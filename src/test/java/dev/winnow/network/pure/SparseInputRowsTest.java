package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Shape;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparseInputRowsTest {
  private static final int PIXELS = 900;

  private final byte[] pixels = new byte[2 * PIXELS];
  private final float[] numbers = new float[256];

  SparseInputRowsTest() {
    IntStream.range(0, 256).forEach(level -> numbers[level] = 3 + level);
  }

  @Test
  void pixels_far_from_each_other_have_their_values_and_all_others_zero() {
    pixels[2] = 7;
    pixels[258] = 8;
    pixels[899] = (byte) 200;
    pixels[PIXELS + 600] = 9;
    int[] read = IntStream.range(1, PIXELS).toArray();
    float[] expected = new float[new FeatureMajor(read.length).size(2)];
    expected[FeatureMajor.row(2 - 1, FeatureMajor.stride(2))] = 7;
    expected[FeatureMajor.row(258 - 1, FeatureMajor.stride(2))] = 8;
    expected[FeatureMajor.row(899 - 1, FeatureMajor.stride(2))] = 200;
    expected[FeatureMajor.row(600 - 1, FeatureMajor.stride(2)) + 1] = 9;
    assertThat(written(read)).isEqualTo(expected);
  }

  @Test
  void pixels_that_nothing_reads_are_left_out() {
    pixels[2] = 7;
    pixels[898] = 8;
    float[] expected = new float[new FeatureMajor(2).size(2)];
    expected[FeatureMajor.row(1, FeatureMajor.stride(2))] = 8;
    assertThat(written(new int[] {500, 898})).isEqualTo(expected);
  }

  private float[] written(int[] read) {
    Samples samples =
        new Samples(new Shape(1, 30, 30), 2, ByteBuffer.wrap(pixels), ByteBuffer.allocate(2));
    SparseInputRows rows = new SparseInputRows(PIXELS, read);
    float[] activations = new float[rows.size(2)];
    rows.write(new SparseImages(samples, numbers), new int[] {0, 1}, activations);
    return activations;
  }
}
