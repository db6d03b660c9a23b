package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data set and its part. What {@link CifarArchive} refuses is tested there. */
class Cifar10Test {
  private final Path folder;
  private final DatasetProperties properties;

  Cifar10Test(@TempDir Path folder) {
    this.folder = folder;
    properties = new DatasetProperties(folder, folder, Download.never());
  }

  @Test
  void a_missing_archive_is_named_with_where_it_should_lie() {
    assertThatThrownBy(() -> new Cifar10(properties).source())
        .isInstanceOf(DatasetUnavailable.class)
        .hasMessage(
            "cifar-10-binary.tar.gz (170052171 bytes, SHA-256 "
                + "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd)"
                + " is missing from %s and no mirror is configured",
            folder.resolve("cifar10"));
  }

  @Test
  void the_part_prefers_an_archive_of_its_own() throws Exception {
    Cifar10Subset part = new Cifar10Subset(properties, new Cifar10(properties));
    assertThatThrownBy(part::source).hasMessageContaining(folder.resolve("cifar10").toString());
    String published = write("cifar10", 1);
    assertThat(part.source()).isEqualTo(published);
    assertThat(part.source()).isEqualTo(new Cifar10(properties).source());
    String own = write("cifar10-subset", 2);
    assertThat(part.source()).isEqualTo(own).isNotEqualTo(published);
  }

  @Test
  void the_real_part_is_balanced_and_has_cifars_figures() {
    String dataDir = System.getenv("WINNOW_DATA_DIR");
    assumeTrue(dataDir != null, "WINNOW_DATA_DIR does not say where CIFAR-10 lies");
    Path data = Path.of(dataDir);
    assumeTrue(
        Files.isDirectory(data.resolve("cifar10-subset")), "WINNOW_DATA_DIR has no cifar10-subset");
    DatasetProperties real = new DatasetProperties(folder, data, Download.never());
    Cifar10Subset part = new Cifar10Subset(real, new Cifar10(real));
    Samples training = part.read().training();
    int[] counts = new int[10];
    for (int example = 0; example < training.size(); example++) {
      counts[training.label(example)]++;
    }
    assertThat(counts).containsOnly(1000);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(mean(training, channel)).isCloseTo(part.mean(channel), within(0.01));
    }
  }

  private static double mean(Samples samples, int channel) {
    long sum = 0;
    for (int example = 0; example < samples.size(); example++) {
      int first = (3 * example + channel) * 1024;
      for (int i = first; i < first + 1024; i++) {
        sum += Byte.toUnsignedInt(samples.pixels().get(i));
      }
    }
    return sum / 255.0 / samples.size() / 1024;
  }

  /** Some file in the place of the archive; returns what it makes of the source. */
  private String write(String name, int content) throws Exception {
    Path path = Files.createDirectories(folder.resolve(name)).resolve("cifar-10-binary.tar.gz");
    Files.write(path, new byte[] {(byte) content});
    return new PublishedFiles(
            folder.resolve(name), Cifar10.PUBLISHED, properties.download().of("none"))
        .checksum();
  }
}
