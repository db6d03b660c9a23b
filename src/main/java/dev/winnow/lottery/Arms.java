package dev.winnow.lottery;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of control arms. */
@Component
public final class Arms extends Catalog<Arm> {
  public Arms(List<Arm> entries) {
    super("arm", entries);
  }
}
