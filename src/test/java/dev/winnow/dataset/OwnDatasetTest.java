package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDatasetTest {
  private final Path folder;

  OwnDatasetTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void arrays_in_colour_are_read_with_their_channels_first() throws IOException {
    // Two images of 1 × 2 pixels, red, green, blue.
    byte[] training = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};
    Dataset dataset = npz(training, "2, 1, 2, 3", new long[] {1, 0});
    Images images = dataset.read();
    byte[] pixels = new byte[12];
    images.training().pixels().get(0, pixels);
    assertThat(pixels).containsExactly(1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16);
    assertThat(images.training().label(0)).isEqualTo(1);
    assertThat(dataset.shape()).isEqualTo(new Shape(3, 1, 2));
    assertThat(dataset.classes()).isEqualTo(2);
    assertThat(dataset.trainingExamples()).isEqualTo(2);
    assertThat(dataset.mean(0)).isCloseTo((1 + 4 + 11 + 14) / 4.0 / 255, within(1e-12));
    assertThat(dataset.standardDeviation(0))
        .isCloseTo(
            Math.sqrt((6.5 * 6.5 + 3.5 * 3.5 + 3.5 * 3.5 + 6.5 * 6.5) / 4) / 255, within(1e-12));
    assertThat(dataset.source()).hasSize(64);
  }

  @Test
  void arrays_that_do_not_fit_are_named() throws IOException {
    byte[] six = new byte[6];
    assertUnavailable(npz(six, "1, 6", new long[] {0}), "x_train must be unsigned bytes");
    assertUnavailable(npz(six, "2, 1, 3", new long[] {0}), "y_train must be [2]");
    assertUnavailable(npz(six, "2, 1, 3", new long[] {0, 128}), "label 1 of y_train");
    assertUnavailable(npz(six, "2, 1, 4", new long[] {0, 1}), "8 bytes must follow, there are 6");
  }

  private static void assertUnavailable(Dataset dataset, String reason) {
    assertThatThrownBy(dataset::read)
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_folder_of_images_has_a_class_for_each_folder_inside() throws IOException {
    write("training/cat/1.png", BufferedImage.TYPE_BYTE_GRAY, 10);
    write("training/dog/1.png", BufferedImage.TYPE_BYTE_GRAY, 200);
    write("training/dog/2.png", BufferedImage.TYPE_BYTE_GRAY, 130);
    write("test/dog/9.png", BufferedImage.TYPE_BYTE_GRAY, 40);
    Dataset dataset = OwnDataset.of("pets", folder);
    Images images = dataset.read();
    assertThat(dataset.shape()).isEqualTo(new Shape(1, 2, 3));
    assertThat(dataset.classes()).isEqualTo(2);
    assertThat(images.training().size()).isEqualTo(3);
    assertThat(images.training().label(0)).isZero();
    assertThat(images.training().label(2)).isEqualTo(1);
    assertThat(images.training().pixels().get(0)).isEqualTo((byte) 10);
    assertThat(images.training().pixels().get(6)).isEqualTo((byte) 200);
    assertThat(images.test().label(0)).isEqualTo(1);
    String source = dataset.source();
    write("training/cat/1.png", BufferedImage.TYPE_BYTE_GRAY, 11);
    assertThat(dataset.source()).isNotEqualTo(source);
  }

  @Test
  void a_coloured_first_image_makes_three_channels() throws IOException {
    write("training/cat/1.png", BufferedImage.TYPE_INT_RGB, 10);
    write("training/dog/1.png", BufferedImage.TYPE_BYTE_GRAY, 200);
    write("test/dog/9.png", BufferedImage.TYPE_INT_RGB, 40);
    Images images = OwnDataset.of("pets", folder).read();
    assertThat(images.training().shape()).isEqualTo(new Shape(3, 2, 3));
    assertThat(images.training().pixels().get(0)).isEqualTo((byte) 10);
    assertThat(images.training().pixels().get(6)).isEqualTo((byte) 20);
    assertThat(images.training().pixels().get(12)).isEqualTo((byte) 30);
    assertThat(images.training().pixels().get(18 + 12)).isEqualTo((byte) 200);
  }

  @Test
  void a_test_folder_that_is_no_class_is_refused() throws IOException {
    write("training/cat/1.png", BufferedImage.TYPE_BYTE_GRAY, 10);
    write("training/dog/1.png", BufferedImage.TYPE_BYTE_GRAY, 200);
    write("test/cow/1.png", BufferedImage.TYPE_BYTE_GRAY, 200);
    assertUnavailable(OwnDataset.of("pets", folder), "is no class of the training images");
  }

  @Test
  void a_folder_with_one_class_is_refused() throws IOException {
    write("training/cat/1.png", BufferedImage.TYPE_BYTE_GRAY, 10);
    assertUnavailable(OwnDataset.of("pets", folder), "one folder for each of 2 to 128 classes");
  }

  @Test
  void the_catalog_knows_it_by_its_name() throws IOException {
    npz(new byte[6], "2, 1, 3", new long[] {0, 1});
    var properties =
        new DatasetProperties(
            folder, folder, Download.never(), Map.of("mine", new OwnData(folder.resolve("d.npz"))));
    assertThat(new Datasets(List.of(), properties).get("mine").classes()).isEqualTo(2);
  }

  @Test
  void what_is_neither_folder_nor_arrays_is_refused_by_its_property() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnDataset.of("mine", folder.resolve("none.npz")))
        .withMessageContaining("winnow.datasets.mine.path must be a folder or a file *.npz");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnDataset.of("My set", folder))
        .withMessageContaining("winnow.datasets.My set");
  }

  /** The value in red, twice that in green, thrice in blue; grey has one level. */
  private void write(String name, int type, int value) throws IOException {
    BufferedImage image = new BufferedImage(3, 2, type);
    for (int i = 0; i < 6; i++) {
      if (type == BufferedImage.TYPE_BYTE_GRAY) {
        image.getRaster().setSample(i % 3, i / 3, 0, value);
      } else {
        image.setRGB(i % 3, i / 3, (value << 16) | ((2 * value) << 8) | (3 * value));
      }
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private Dataset npz(byte[] images, String shape, long[] labels) throws IOException {
    Path file = folder.resolve("d.npz");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String part : new String[] {"train", "test"}) {
        add(zip, "x_" + part, npy("|u1", shape, images));
        ByteBuffer numbers = ByteBuffer.allocate(8 * labels.length).order(ByteOrder.LITTLE_ENDIAN);
        numbers.asLongBuffer().put(labels);
        add(zip, "y_" + part, npy("<i8", labels.length + ",", numbers.array()));
      }
    }
    return OwnDataset.of("mine", file);
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    zip.write(content);
  }

  private static byte[] npy(String type, String shape, byte[] content) throws IOException {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n".formatted(type, shape);
    var out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(content);
    return out.toByteArray();
  }
}
