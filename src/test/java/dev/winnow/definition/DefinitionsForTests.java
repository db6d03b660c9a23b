package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Download;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Definitions with the catalogs as the application has them, without a database. */
final class DefinitionsForTests {
  static final String MINIMAL =
      """
      {"name": "minimal", "dataset": {"name": "mnist"}, "architecture": {"name": "lenet-300-100"},
       "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "50000it"},
       "pruning": {"rounds": 20}}
      """;

  private static final AnnotationConfigApplicationContext CONTEXT = context();

  private DefinitionsForTests() {}

  static Definitions definitions() {
    return CONTEXT.getBean(Definitions.class);
  }

  /** A definition without faults. */
  static ExperimentDefinition read(String json) {
    ParsedDefinition parsed = definitions().read(json);
    assertThat(parsed.errors()).isEmpty();
    return parsed.definition().orElseThrow();
  }

  /** The faults of a definition that has some. */
  static List<DefinitionError> errors(String json) {
    ParsedDefinition parsed = definitions().read(json);
    assertThat(parsed.definition()).isEmpty();
    return parsed.errors();
  }

  /** The minimal definition with one part exchanged for another. */
  static String with(String part, String other) {
    assertThat(MINIMAL).contains(part);
    return MINIMAL.replace(part, other);
  }

  static Blueprint blueprint(ExperimentDefinition definition) {
    return CONTEXT.getBean(Blueprints.class).of(definition);
  }

  private static AnnotationConfigApplicationContext context() {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(
        DatasetProperties.class,
        () -> new DatasetProperties(Path.of("none"), Path.of("none"), Download.never()));
    context.register(
        Definitions.class,
        DefinitionSchema.class,
        MethodFieldUsage.class,
        ExperimentFields.class,
        DefinitionRules.class,
        Blueprints.class);
    context.scan(
        "dev.winnow.dataset",
        "dev.winnow.architecture",
        "dev.winnow.training",
        "dev.winnow.lottery");
    context.refresh();
    return context;
  }
}
