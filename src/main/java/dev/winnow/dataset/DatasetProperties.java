package dev.winnow.dataset;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data sets lie and where they come from.
 *
 * @param home the folder {@code winnow.home}; caches go to its {@code cache}
 * @param dataDir the folder {@code winnow.data-dir}, with one folder for each data set
 * @param download how missing files are fetched
 * @param datasets data sets of this server's own, by the name under which definitions know them
 */
@ConfigurationProperties("winnow")
public record DatasetProperties(
    Path home,
    Path dataDir,
    @DefaultValue Download download,
    @DefaultValue Map<String, OwnData> datasets) {
  /**
   * @throws IllegalArgumentException if a folder is not given
   */
  @ConstructorBinding
  public DatasetProperties {
    datasets = Map.copyOf(datasets);
    home = folder("winnow.home", home);
    dataDir = folder("winnow.data-dir", dataDir);
  }

  /** Without data sets of the server's own. */
  public DatasetProperties(Path home, Path dataDir, Download download) {
    this(home, dataDir, download, Map.of());
  }

  private static Path folder(String property, Path folder) {
    if (folder == null || folder.toString().isEmpty()) {
      throw new IllegalArgumentException(property + " must name a folder, is empty");
    }
    return folder.toAbsolutePath().normalize();
  }
}
