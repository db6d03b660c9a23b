package dev.winnow.dataset;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where data sets lie and where they come from.
 *
 * @param home the folder {@code winnow.home}; caches go to its {@code cache}
 * @param dataDir the folder {@code winnow.data-dir}, with one folder for each data set
 * @param download how missing files are fetched
 */
@ConfigurationProperties("winnow")
public record DatasetProperties(Path home, Path dataDir, @DefaultValue Download download) {
  /**
   * @throws IllegalArgumentException if a folder is not given
   */
  public DatasetProperties {
    home = folder("winnow.home", home);
    dataDir = folder("winnow.data-dir", dataDir);
  }

  private static Path folder(String property, Path folder) {
    if (folder == null || folder.toString().isEmpty()) {
      throw new IllegalArgumentException(property + " must name a folder, is empty");
    }
    return folder.toAbsolutePath().normalize();
  }
}
