package dev.winnow.dataset;

import dev.winnow.catalog.Catalog;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The catalog of data sets: those that come along, and those of the configuration. */
@Component
public final class Datasets extends Catalog<Dataset> {
  /**
   * @throws IllegalArgumentException if mirrors are configured for something else than a data set
   *     that is fetched
   */
  public Datasets(List<Dataset> entries, DatasetProperties properties) {
    super("dataset", Stream.concat(entries.stream(), own(properties)).toList());
    check(entries, properties.download());
  }

  /** A mirror of something that is never fetched would be ignored in silence. */
  private static void check(List<Dataset> entries, Download download) {
    List<String> fetched =
        entries.stream().filter(Fetched.class::isInstance).map(Dataset::name).sorted().toList();
    for (String name : download.mirrors().keySet()) {
      if (!fetched.contains(name)) {
        throw new IllegalArgumentException(
            "winnow.download.mirrors.%s names nothing that is fetched; what is fetched: %s"
                .formatted(name, String.join(", ", fetched)));
      }
    }
  }

  private static Stream<Dataset> own(DatasetProperties properties) {
    return properties.datasets().entrySet().stream()
        .map(entry -> OwnDataset.of(entry.getKey(), entry.getValue().path()));
  }
}
