package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarArchiveTest {
  private static final int RECORD = 3073;

  private final Path folder;
  private final Map<String, byte[]> files = files();

  CifarArchiveTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void images_stand_in_the_order_of_the_files_names_whatever_that_of_the_archive()
      throws Exception {
    Images images = read(2, true);
    Samples training = images.training();
    assertThat(training.size()).isEqualTo(10);
    assertThat(images.test().size()).isEqualTo(2);
    assertThat(training.label(0)).isEqualTo(0);
    assertThat(training.label(1)).isEqualTo(1);
    assertThat(training.pixels().get(0)).isEqualTo((byte) 10);
    assertThat(training.pixels().get(3 * 3072 + 5)).isEqualTo((byte) 21);
    assertThat(training.pixels().get(8 * 3072 + 3071)).isEqualTo((byte) 50);
    assertThat(images.test().pixels().get(3072)).isEqualTo((byte) 61);
  }

  @Test
  void a_part_is_the_beginning_of_each_file() throws Exception {
    Images images = read(1, false);
    assertThat(images.training().size()).isEqualTo(5);
    assertThat(images.training().pixels().get(3072)).isEqualTo((byte) 20);
    assertThat(images.test().pixels().get(0)).isEqualTo((byte) 60);
  }

  @Test
  void more_or_fewer_images_than_there_should_be_are_refused() throws Exception {
    refuses(1, true, "test_batch.bin must hold 1 images of 3073 bytes, holds 6146 bytes");
    refuses(3, false, "test_batch.bin must hold at least 3 images of 3073 bytes, holds 6146 bytes");
    files.put("test_batch.bin", new byte[2 * RECORD + 1]);
    refuses(2, false, "test_batch.bin must hold at least 2 images of 3073 bytes, holds 6147 bytes");
  }

  @Test
  void a_label_beyond_the_classes_is_refused() throws Exception {
    byte[] file = file(30, 2);
    file[RECORD] = 10;
    files.put("data_batch_3.bin", file);
    refuses(2, true, "label 1 of data_batch_3.bin must be from 0 to 9, is 10");
  }

  @Test
  void a_missing_file_is_named() throws Exception {
    files.remove("data_batch_4.bin");
    refuses(2, true, "lacks data_batch_4.bin");
  }

  @Test
  void a_truncated_archive_is_refused() throws Exception {
    byte[] whole = archive();
    Files.write(path(), Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> new CifarArchive(path(), 2, true).read())
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining("truncated");
  }

  @Test
  void what_is_no_archive_is_refused() throws Exception {
    Files.write(path(), new byte[5000]);
    assertThatThrownBy(() -> new CifarArchive(path(), 2, true).read())
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageContaining("not a sound gzip file");
    Files.delete(path());
    assertThatThrownBy(() -> new CifarArchive(path(), 2, true).read())
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessage(path() + " is missing");
  }

  private void refuses(int each, boolean whole, String message) {
    assertThatThrownBy(() -> read(each, whole))
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessageStartingWith(path().toString())
        .hasMessageContaining(message);
  }

  private Images read(int each, boolean whole) throws IOException {
    Files.write(path(), archive());
    return new CifarArchive(path(), each, whole).read();
  }

  private Path path() {
    return folder.resolve("archive.tar.gz");
  }

  /** Image i has label i and all pixels {@code grey + i}. */
  private static byte[] file(int grey, int images) {
    byte[] file = new byte[images * RECORD];
    for (int image = 0; image < images; image++) {
      Arrays.fill(file, image * RECORD, (image + 1) * RECORD, (byte) (grey + image));
      file[image * RECORD] = (byte) image;
    }
    return file;
  }

  /** Names and contents, not in the order of the names. */
  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("batches.meta.txt", new byte[] {1, 2});
    files.put("test_batch.bin", file(60, 2));
    for (int batch = 5; batch >= 1; batch--) {
      files.put("data_batch_" + batch + ".bin", file(10 * batch, 2));
    }
    return files;
  }

  private byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zipped = new GZIPOutputStream(bytes);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(zipped)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry("cifar-10-batches-bin/" + file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
