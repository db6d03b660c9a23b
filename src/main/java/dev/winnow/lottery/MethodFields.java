package dev.winnow.lottery;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a definition says of the way to sparse networks. */
@Component
final class MethodFields implements Section {
  private final Methods methods;

  MethodFields(Methods methods) {
    this.methods = methods;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field.PlugIn(
            Label.of("method", "The way from an initialised network to sparse ones"),
            methods,
            Optional.of(Methods.DEFAULT),
            FingerprintRule.since(Default.of(Map.of("name", Methods.DEFAULT))),
            List.of()));
  }
}
