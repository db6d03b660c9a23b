package dev.winnow.experiment;

import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Download;
import dev.winnow.lottery.Method;
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

  private static final AnnotationConfigApplicationContext CONTEXT = context(List.of());

  private DefinitionsForTests() {}

  static Definitions definitions() {
    return CONTEXT.getBean(Definitions.class);
  }

  /** With methods beside those of the application. */
  static Definitions definitionsWith(Method... methods) {
    return context(List.of(methods)).getBean(Definitions.class);
  }

  static Blueprint blueprint(ExperimentDefinition definition) {
    return CONTEXT.getBean(Blueprints.class).of(definition);
  }

  private static AnnotationConfigApplicationContext context(List<Method> methods) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(
        DatasetProperties.class,
        () -> new DatasetProperties(Path.of("none"), Path.of("none"), Download.never()));
    methods.forEach(method -> context.registerBean(method.name(), Method.class, () -> method));
    context.register(
        Definitions.class,
        DefinitionSchema.class,
        MethodReads.class,
        ExperimentFields.class,
        Consistency.class,
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
