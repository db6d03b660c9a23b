package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatasetPropertiesTest {
  private static final Map<String, String> FOLDERS =
      Map.of("winnow.home", "/var/winnow", "winnow.data-dir", "/data/./sets");

  @Test
  void what_is_not_configured_has_its_default() {
    DatasetProperties properties = bind(FOLDERS);
    assertThat(properties.home()).isEqualTo(Path.of("/var/winnow").toAbsolutePath());
    assertThat(properties.dataDir()).isEqualTo(Path.of("/data/sets").toAbsolutePath());
    assertThat(properties.download())
        .isEqualTo(new Download(Duration.ofSeconds(10), Duration.ofSeconds(30), Map.of(), true));
    assertThat(properties.datasets()).isEmpty();
  }

  @Test
  void own_data_sets_and_mirrors_of_any_data_set_are_configurable() {
    Map<String, String> values = new HashMap<>(FOLDERS);
    values.put("winnow.datasets.red-leaves.path", "/data/leaves.npz");
    values.put("winnow.download.mirrors.fashion-mnist", "http://one/a");
    DatasetProperties properties = bind(values);
    assertThat(properties.datasets())
        .containsExactly(Map.entry("red-leaves", new OwnData(Path.of("/data/leaves.npz"))));
    assertThat(properties.download().mirrors().get("fashion-mnist"))
        .containsExactly(URI.create("http://one/a/"));
  }

  @Test
  void mirrors_and_timeouts_are_configurable() {
    Download download =
        bind(with("mirrors.mnist", "http://one/a,https://two:81/b/", "read-timeout", "3s"))
            .download();
    assertThat(download.mirrors().get("mnist"))
        .containsExactly(URI.create("http://one/a/"), URI.create("https://two:81/b/"));
    assertThat(download.readTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(download.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void without_downloads_nothing_is_fetched() {
    assertThat(bind(with("enabled", "false")).download()).isEqualTo(Download.never());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mirrors.mnist   | ftp://one/a | winnow.download.mirrors.mnist must hold http or https addresses, holds ftp://one/a
          mirrors.mnist   | one/a       | winnow.download.mirrors.mnist must hold http or https addresses, holds one/a
          connect-timeout | 0s          | winnow.download.connect-timeout must be from 1 ms to 1 h, is PT0S
          read-timeout    | 2h          | winnow.download.read-timeout must be from 1 ms to 1 h, is PT2H
          """)
  void a_bad_value_is_refused_by_the_name_of_its_property(
      String property, String value, String message) {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> bind(with(property, value)))
        .havingRootCause()
        .withMessage(message);
  }

  @Test
  void a_missing_folder_is_refused() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> bind(Map.of("winnow.home", "/var/winnow")))
        .havingRootCause()
        .withMessage("winnow.data-dir must name a folder, is empty");
  }

  private static Map<String, String> with(String... properties) {
    Map<String, String> all = new HashMap<>(FOLDERS);
    for (int i = 0; i < properties.length; i += 2) {
      all.put("winnow.download." + properties[i], properties[i + 1]);
    }
    return all;
  }

  private static DatasetProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("winnow", DatasetProperties.class)
        .get();
  }
}
