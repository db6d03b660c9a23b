package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {
  private final Path home;
  private final ImageCache cache;
  private final FakeDataset dataset = new FakeDataset();

  ImageCacheTest(@TempDir Path home) {
    this.home = home;
    cache = new ImageCache(new DatasetProperties(home, home, Download.never()));
  }

  @Test
  void the_images_are_those_that_the_data_set_reads_mapped_read_only() {
    Images images = cache.open(dataset);
    assertThat(images).isEqualTo(dataset.read());
    for (Samples samples : List.of(images.training(), images.test())) {
      assertThat(samples.pixels()).matches(ByteBuffer::isDirect).matches(ByteBuffer::isReadOnly);
      assertThat(samples.labels()).matches(ByteBuffer::isDirect).matches(ByteBuffer::isReadOnly);
    }
  }

  @Test
  void a_data_set_is_read_once() throws IOException {
    Images first = cache.open(dataset);
    Images second = cache.open(dataset);
    assertThat(dataset.reads).isEqualTo(1);
    assertThat(second).isEqualTo(first);
    assertThat(files()).hasSize(1);
  }

  @Test
  void threads_that_start_together_read_it_once() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      var opened =
          threads.invokeAll(Stream.generate(() -> dataset).limit(8).map(this::opening).toList());
      for (var images : opened) {
        assertThat(images.get()).isEqualTo(cache.open(dataset));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(dataset.reads).isEqualTo(1);
  }

  private Callable<Images> opening(Dataset dataset) {
    return () -> cache.open(dataset);
  }

  @Test
  void other_source_files_are_another_cache_file() throws IOException {
    Images first = cache.open(dataset);
    dataset.source = "second";
    Images second = cache.open(dataset);
    assertThat(second.checksum()).isNotEqualTo(first.checksum());
    assertThat(second).isEqualTo(dataset.read());
    assertThat(files()).hasSize(2);
    assertThat(first.checksum()).isEqualTo(Checksum.of(first.training(), first.test()));
  }

  @Test
  void a_cache_file_that_is_cut_off_too_long_or_of_something_else_is_made_again()
      throws IOException {
    Images images = cache.open(dataset);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (byte[] broken :
        List.of(
            new byte[0],
            Arrays.copyOf(whole, 100),
            Arrays.copyOf(whole, whole.length - 1),
            Arrays.copyOf(whole, whole.length + 1),
            changed(whole, "name fake", "name cake"),
            changed(whole, "classes 3", "classes 4"),
            changed(whole, "shape 2 3 5", "shape 2 5 3"),
            changed(whole, "source first", "source worst"),
            changed(whole, "sha256 " + images.checksum().substring(0, 1), "sha256 X"))) {
      Files.delete(file);
      Files.write(file, broken);
      assertThat(cache.open(dataset)).isEqualTo(images);
      assertThat(file).hasBinaryContent(whole);
    }
    assertThat(dataset.reads).isEqualTo(10);
  }

  @Test
  void what_a_killed_process_left_half_written_is_in_nobodys_way() throws IOException {
    Images images = cache.open(dataset);
    Path file = files().get(0);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.move(file, part);
    assertThat(cache.open(dataset)).isEqualTo(images);
    assertThat(part).doesNotExist();
  }

  @Test
  void files_that_change_while_they_are_read_leave_no_cache_file() throws IOException {
    var changing =
        new FakeDataset() {
          @Override
          public Images read() {
            Images images = super.read();
            source = "changed";
            return images;
          }
        };
    assertThatExceptionOfType(DatasetUnavailable.class)
        .isThrownBy(() -> cache.open(changing))
        .withMessage("The files of fake changed while they were read");
    assertThat(files()).isEmpty();
    assertThat(cache.open(changing)).isEqualTo(changing.read());
  }

  @Test
  void a_data_set_that_cannot_be_read_leaves_no_cache_file() throws IOException {
    var unavailable =
        new FakeDataset() {
          @Override
          public Images read() {
            throw new DatasetUnavailable("a file is missing");
          }
        };
    assertThatExceptionOfType(DatasetUnavailable.class)
        .isThrownBy(() -> cache.open(unavailable))
        .withMessage("a file is missing");
    assertThat(files()).isEmpty();
  }

  private static byte[] changed(byte[] file, String from, String to) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("cache"))) {
      return files.filter(file -> file.toString().endsWith(".images")).toList();
    }
  }
}
