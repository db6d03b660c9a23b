package dev.winnow.lottery;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of pruning criteria. */
@Component
public final class Criteria extends Catalog<Criterion> {
  public Criteria(List<Criterion> entries) {
    super("criterion", entries);
  }
}
