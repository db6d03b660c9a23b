package dev.winnow.lottery;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of methods. */
@Component
public final class Methods extends Catalog<Method> {
  /** The one that a definition has if it names none. */
  public static final String DEFAULT = "imp";

  public Methods(List<Method> entries) {
    super("method", entries);
  }
}
