package dev.winnow.lottery.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Mask;
import dev.winnow.random.RandomStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskFileTest {
  static Stream<Mask> masks() {
    return IntStream.range(0, 40).mapToObj(MaskFileTest::mask);
  }

  /** A random net with a random mask, from all pruned to all kept. */
  private static Mask mask(int seed) {
    RandomStream random = RandomStream.of(seed, "mask-file-test");
    int inputs = 1 + random.nextInt(20);
    int hidden = 1 + random.nextInt(13);
    int classes = 1 + random.nextInt(7);
    ParameterLayout layout = layout(inputs, hidden, classes);
    int size = layout.prunableSize();
    int keep = seed == 0 ? 0 : seed == 1 ? size : random.nextInt(size + 1);
    return Mask.keeping(layout, Arrays.copyOf(random.permutation(size), keep));
  }

  private static ParameterLayout layout(int inputs, int hidden, int classes) {
    return ParameterLayout.of(
        List.of(
            new LayerSpec.Dense("fc1", inputs, hidden, Activation.RELU),
            new LayerSpec.Dense("fc2", hidden, classes, Activation.IDENTITY)));
  }

  @ParameterizedTest
  @MethodSource("masks")
  void an_archive_holds_each_tensor_in_its_shape(Mask mask) throws IOException {
    Map<String, NpzReader.Array> arrays = NpzReader.read(npz(mask));
    assertThat(arrays.keySet()).containsExactly("fc1.weight", "fc2.weight");
    int position = 0;
    for (ParameterLayout.Place place : mask.layout().prunable()) {
      NpzReader.Array array = Objects.requireNonNull(arrays.get(place.tensor().name()));
      assertThat(array.shape()).isEqualTo(place.tensor().shape());
      assertThat(array.values()).hasSize(place.tensor().size());
      for (boolean kept : array.values()) {
        assertThat(kept).isEqualTo(mask.keeps(position++));
      }
    }
    assertThat(position).isEqualTo(mask.size());
  }

  @ParameterizedTest
  @MethodSource("masks")
  void packed_bits_begin_with_the_lowest_of_the_first_byte(Mask mask) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MaskFile.writeBits(mask, bytes);
    assertThat(bytes.size()).isEqualTo((mask.size() + 7) / 8);
    assertThat(BitSet.valueOf(bytes.toByteArray()).stream().toArray()).isEqualTo(mask.survivors());
  }

  @Test
  void the_bytes_depend_on_the_mask_alone() throws Exception {
    Mask mask = Mask.keeping(layout(3, 2, 2), new int[] {0, 2, 5, 9});
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "Asia/Kolkata", "America/New_York")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(npz(mask));
        assertThat(HexFormat.of().formatHex(hash))
            .isEqualTo("c6bd571bc50f3f494db16966ff6805f935a519377ae83d6d9d4662a796857e3e");
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static byte[] npz(Mask mask) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MaskFile.writeNpz(mask, bytes);
    return bytes.toByteArray();
  }
}
