package dev.winnow.architecture;

import dev.winnow.catalog.Field;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a definition says of its network. */
@Component
final class ArchitectureFields implements Section {
  private final Architectures architectures;
  private final Initialisations initialisations;

  ArchitectureFields(Architectures architectures, Initialisations initialisations) {
    this.architectures = architectures;
    this.initialisations = initialisations;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field.PlugIn(
            Label.of("architecture", "The network that is pruned"),
            architectures,
            Optional.empty(),
            FingerprintRule.always(),
            List.of(
                new Field.PlugIn(
                    Label.of("initialisation", "The weights that it begins with"),
                    initialisations,
                    Optional.of("glorot-normal"),
                    FingerprintRule.always(),
                    List.of()))));
  }
}
