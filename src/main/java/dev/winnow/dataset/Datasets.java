package dev.winnow.dataset;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of data sets. */
@Component
public final class Datasets extends Catalog<Dataset> {
  public Datasets(List<Dataset> entries) {
    super("dataset", entries);
  }
}
