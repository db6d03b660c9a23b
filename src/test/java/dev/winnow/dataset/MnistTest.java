package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class MnistTest {
  private static final List<String> NAMES =
      Mnist.PUBLISHED.stream().map(PublishedFile::name).toList();

  private final Path temporary;
  private final Path folder;

  MnistTest(@TempDir Path temporary) {
    this.temporary = temporary;
    folder = temporary.resolve("mnist");
  }

  @Test
  void images_and_labels_are_read_in_the_order_of_the_files() throws IOException {
    writeFiles();
    Images images = mnist().read();
    assertThat(images.training().size()).isEqualTo(60_000);
    assertThat(images.test().size()).isEqualTo(10_000);
    assertThat(images.training().label(59_999)).isEqualTo(9);
    assertThat(images.training().pixels().get(59_999 * 784 + 5)).isEqualTo((byte) 200);
    assertThat(images.test().label(3)).isEqualTo(3);
    assertThat(images.test().pixels().get(784)).isZero();
  }

  @Test
  void a_file_other_than_the_published_one_is_used_and_logged_once() throws IOException {
    writeFiles();
    Logger logger = (Logger) LoggerFactory.getLogger(PublishedFiles.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    try {
      published(asPublished()).read();
      assertThat(lines.list).isEmpty();
      Mnist mnist = mnist();
      mnist.source();
      mnist.read();
      mnist.source();
    } finally {
      logger.detachAppender(lines);
    }
    assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage).hasSize(4);
    assertThat(lines.list.get(0).getFormattedMessage())
        .contains(folder.resolve(NAMES.get(0)).toString())
        .contains(Checksum.of(folder.resolve(NAMES.get(0))))
        .contains(Mnist.PUBLISHED.get(0).sha256());
  }

  @Test
  void a_label_above_nine_is_refused() throws IOException {
    writeFiles();
    byte[] labels = labels(10_000);
    labels[77] = 10;
    Path path = folder.resolve(NAMES.get(3));
    Idx.write(path, 0x0801, new int[] {10_000}, labels);
    assertThatExceptionOfType(DatasetUnavailable.class)
        .isThrownBy(() -> mnist().read())
        .withMessage(path + ": label 77 must be from 0 to 9, is 10");
  }

  @Test
  void the_source_follows_the_contents_of_each_file_and_nothing_else() throws IOException {
    writeFiles();
    String source = mnist().source();
    for (String name : NAMES) {
      Path path = folder.resolve(name);
      byte[] before = Files.readAllBytes(path);
      byte[] changed = before.clone();
      changed[before.length / 2] ^= 1;
      Files.write(path, changed);
      assertThat(mnist().source()).isNotEqualTo(source);
      Files.write(path, before);
      assertThat(mnist().source()).isEqualTo(source);
    }
  }

  @Test
  void only_the_missing_files_are_fetched() throws IOException {
    writeFiles();
    Path missing = folder.resolve(NAMES.get(1));
    byte[] content = Files.readAllBytes(missing);
    List<PublishedFile> published = asPublished();
    Files.delete(missing);
    try (FakeMirror mirror = FakeMirror.serving(content)) {
      Images images = published(published, mirror.folder()).read();
      assertThat(images.training().label(7)).isEqualTo(7);
      assertThat(mirror.requests).containsExactly("/folder/" + NAMES.get(1));
    }
    assertThat(missing).hasBinaryContent(content);
  }

  @Test
  void without_files_and_mirrors_the_first_missing_file_is_named() {
    assertThatExceptionOfType(DatasetUnavailable.class)
        .isThrownBy(() -> mnist().read())
        .withMessage(
            "train-images-idx3-ubyte.gz (9912422 bytes, SHA-256 "
                + "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609)"
                + " is missing from %s and no mirror is configured",
            folder);
  }

  @Test
  void the_real_one_has_its_well_known_figures() {
    String dataDir = System.getenv("WINNOW_DATA_DIR");
    assumeTrue(dataDir != null, "WINNOW_DATA_DIR does not say where MNIST lies");
    assumeTrue(Files.isDirectory(Path.of(dataDir, "mnist")), "WINNOW_DATA_DIR holds no mnist");
    Images images =
        new Mnist(new DatasetProperties(temporary, Path.of(dataDir), Download.never())).read();
    Samples training = images.training();
    int[] firstLabels = new int[10];
    Arrays.setAll(firstLabels, training::label);
    assertThat(firstLabels).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    assertThat(mean(training.pixels())).isCloseTo(0.1307, within(1e-4));
    int[] counts = new int[10];
    for (int example = 0; example < training.size(); example++) {
      counts[training.label(example)]++;
    }
    assertThat(counts).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
  }

  private static double mean(ByteBuffer pixels) {
    long sum = 0;
    for (int i = 0; i < pixels.capacity(); i++) {
      sum += Byte.toUnsignedInt(pixels.get(i));
    }
    return sum / 255.0 / pixels.capacity();
  }

  private Mnist mnist() {
    return new Mnist(new DatasetProperties(temporary, temporary, Download.never()));
  }

  /** As if the files that lie there, or lay there, were the published ones. */
  private IdxDataset published(List<PublishedFile> published, URI... mirrors) {
    Duration timeout = Duration.ofSeconds(2);
    return new Digits(
        new PublishedFiles(folder, published, new Mirrors(List.of(mirrors), timeout, timeout)));
  }

  private record Digits(PublishedFiles files) implements IdxDataset {
    @Override
    public String name() {
      return "digits";
    }

    @Override
    public String summary() {
      return "Digits from any files";
    }

    @Override
    public double mean(int channel) {
      return 0;
    }

    @Override
    public double standardDeviation(int channel) {
      return 1;
    }
  }

  private List<PublishedFile> asPublished() throws IOException {
    var published = new ArrayList<PublishedFile>();
    for (String name : NAMES) {
      Path path = folder.resolve(name);
      published.add(new PublishedFile(name, Files.size(path), Checksum.of(path)));
    }
    return published;
  }

  private void writeFiles() throws IOException {
    Files.createDirectories(folder);
    writePart(0, 60_000);
    writePart(2, 10_000);
  }

  /** Black images with one grey pixel in the last; labels count from 0 to 9 again and again. */
  private void writePart(int file, int size) throws IOException {
    byte[] pixels = new byte[size * 784];
    pixels[(size - 1) * 784 + 5] = (byte) 200;
    Idx.write(folder.resolve(NAMES.get(file)), 0x0803, new int[] {size, 28, 28}, pixels);
    Idx.write(folder.resolve(NAMES.get(file + 1)), 0x0801, new int[] {size}, labels(size));
  }

  private static byte[] labels(int size) {
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (byte) (i % 10);
    }
    return labels;
  }
}
