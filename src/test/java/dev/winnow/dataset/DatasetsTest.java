package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What holds for every data set of the catalog. */
class DatasetsTest {
  private static final Path NOWHERE = Path.of("target", "no-such-folder");

  static Stream<String> names() {
    return datasets(NOWHERE, NOWHERE).names().stream();
  }

  @Test
  void the_catalog_finds_the_data_sets_of_its_package() {
    assertThat(names()).contains("cifar-10", "cifar-10-subset", "fashion-mnist", "glyphs", "mnist");
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_data_set_describes_itself_without_touching_files(String name) {
    Dataset dataset = datasets(NOWHERE, NOWHERE).get(name);
    assertThat(dataset.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(dataset.summary()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    assertThat(dataset.shape().size()).isPositive();
    assertThat(dataset.classes()).isBetween(2, 256);
    assertThat(dataset.trainingExamples()).isGreaterThan(dataset.testExamples());
    assertThat(dataset.testExamples()).isPositive();
    for (int channel = 0; channel < dataset.shape().channels(); channel++) {
      assertThat(dataset.mean(channel)).isBetween(0.0, 1.0);
      assertThat(dataset.standardDeviation(channel)).isBetween(0.0, 0.5).isNotZero();
    }
    assertThat(NOWHERE).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_data_set_reads_what_it_describes(String name, @TempDir Path home) {
    Path data = Optional.ofNullable(System.getenv("WINNOW_DATA_DIR")).map(Path::of).orElse(home);
    Dataset dataset = datasets(home, data).get(name);
    try {
      dataset.source();
    } catch (DatasetUnavailable e) {
      abort(name + " is not on this machine: " + e.getMessage());
    }
    Images images = dataset.read();
    check(dataset, images.training(), dataset.trainingExamples());
    check(dataset, images.test(), dataset.testExamples());
    assertThat(images.checksum()).isEqualTo(Checksum.of(images.training(), images.test()));
    assertThat(dataset.source()).isNotBlank().doesNotContain("\n").isEqualTo(dataset.source());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mnist", "fashion-mnist", "cifar-10"})
  void what_is_fetched_is_fetched_from_the_configured_mirror(String name, @TempDir Path home)
      throws Exception {
    try (FakeMirror mirror = FakeMirror.serving(new byte[] {1})) {
      Dataset dataset = datasets(home, home, mirrors(name, mirror.folder())).get(name);
      assertThatThrownBy(dataset::source).isInstanceOf(DatasetUnavailable.class);
      assertThat(mirror.requests).hasSize(1);
    }
  }

  @Test
  void a_mirror_of_nothing_that_is_fetched_is_refused() {
    Download download = mirrors("glyphs", URI.create("http://one/"));
    assertThatThrownBy(() -> datasets(NOWHERE, NOWHERE, download))
        .hasRootCauseMessage(
            "winnow.download.mirrors.glyphs names nothing that is fetched;"
                + " what is fetched: cifar-10, fashion-mnist, mnist");
  }

  private static Download mirrors(String name, URI folder) {
    Duration timeout = Duration.ofSeconds(2);
    return new Download(timeout, timeout, Map.of(name, List.of(folder)), true);
  }

  private static void check(Dataset dataset, Samples samples, int size) {
    assertThat(samples.shape()).isEqualTo(dataset.shape());
    assertThat(samples.size()).isEqualTo(size);
    assertThat(IntStream.range(0, size).map(samples::label).distinct().sorted().boxed())
        .containsExactlyElementsOf(IntStream.range(0, dataset.classes()).boxed().toList());
  }

  private static Datasets datasets(Path home, Path data) {
    return datasets(home, data, Download.never());
  }

  private static Datasets datasets(Path home, Path data, Download download) {
    assertThat(Files.exists(NOWHERE)).isFalse();
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(
          DatasetProperties.class, () -> new DatasetProperties(home, data, download));
      context.scan(Datasets.class.getPackageName());
      context.refresh();
      return context.getBean(Datasets.class);
    }
  }
}
