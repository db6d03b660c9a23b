package dev.winnow.training;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of optimizers. */
@Component
public final class Optimizers extends Catalog<Optimizer> {
  public Optimizers(List<Optimizer> entries) {
    super("optimizer", entries);
  }
}
