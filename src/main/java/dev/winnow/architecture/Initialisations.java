package dev.winnow.architecture;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of initial weight distributions. */
@Component
public final class Initialisations extends Catalog<Initialisation> {
  public Initialisations(List<Initialisation> entries) {
    super("initialisation", entries);
  }
}
