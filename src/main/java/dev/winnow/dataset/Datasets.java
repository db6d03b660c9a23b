package dev.winnow.dataset;

import dev.winnow.catalog.Catalog;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The catalog of data sets: those that come along, and those of the configuration. */
@Component
public final class Datasets extends Catalog<Dataset> {
  public Datasets(List<Dataset> entries, DatasetProperties properties) {
    super("dataset", Stream.concat(entries.stream(), own(properties)).toList());
  }

  private static Stream<Dataset> own(DatasetProperties properties) {
    return properties.datasets().entrySet().stream()
        .map(entry -> OwnDataset.of(entry.getKey(), entry.getValue().path()));
  }
}
