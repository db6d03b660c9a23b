package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {
  private final Path folder;
  private final FashionMnist dataset;

  FashionMnistTest(@TempDir Path temporary) {
    folder = temporary.resolve("fashion-mnist");
    dataset = new FashionMnist(new DatasetProperties(temporary, temporary, Download.never()));
  }

  @Test
  void images_and_labels_are_read_from_its_own_folder() throws IOException {
    Files.createDirectories(folder);
    writePart(0, 60_000);
    writePart(2, 10_000);
    Images images = dataset.read();
    assertThat(images.training().size()).isEqualTo(60_000);
    assertThat(images.test().size()).isEqualTo(10_000);
    assertThat(images.training().label(59_999)).isEqualTo(9);
    assertThat(images.training().pixels().get(59_999 * 784 + 5)).isEqualTo((byte) 200);
  }

  @Test
  void what_is_missing_is_named_with_its_published_checksum() {
    assertThatThrownBy(dataset::source)
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining("train-images-idx3-ubyte.gz (26421880 bytes, SHA-256 3aede38d6186")
        .hasMessageContaining(folder.toString());
  }

  private void writePart(int file, int size) throws IOException {
    byte[] pixels = new byte[size * 784];
    pixels[(size - 1) * 784 + 5] = (byte) 200;
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (byte) (i % 10);
    }
    Idx.write(path(file), 0x0803, new int[] {size, 28, 28}, pixels);
    Idx.write(path(file + 1), 0x0801, new int[] {size}, labels);
  }

  private Path path(int file) {
    return folder.resolve(FashionMnist.PUBLISHED.get(file).name());
  }
}
