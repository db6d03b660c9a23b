package dev.winnow.architecture;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of network architectures. */
@Component
public final class Architectures extends Catalog<Architecture> {
  public Architectures(List<Architecture> entries) {
    super("architecture", entries);
  }
}
