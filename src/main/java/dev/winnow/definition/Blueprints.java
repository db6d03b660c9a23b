package dev.winnow.definition;

import dev.winnow.architecture.ArchitectureChoice;
import dev.winnow.architecture.Architectures;
import dev.winnow.architecture.ImageShape;
import dev.winnow.architecture.Initialisations;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.Shape;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Arms;
import dev.winnow.lottery.Method;
import dev.winnow.lottery.Methods;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.Tickets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works out definitions with the catalogs' help. */
@Component
public final class Blueprints {
  private final Datasets datasets;
  private final Architectures architectures;
  private final Initialisations initialisations;
  private final Methods methods;
  private final Arms arms;

  Blueprints(
      Datasets datasets,
      Architectures architectures,
      Initialisations initialisations,
      Methods methods,
      Arms arms) {
    this.datasets = datasets;
    this.architectures = architectures;
    this.initialisations = initialisations;
    this.methods = methods;
    this.arms = arms;
  }

  public Blueprint of(ExperimentDefinition definition) {
    List<LayerSpec> layers = layers(definition);
    Plan plan = plan(definition, layers);
    Method method = method(definition);
    return new Blueprint(
        layers,
        plan.layout(),
        method.budgets(plan),
        plan.data().perEpoch(),
        definition.training().budget().in(plan.data().perEpoch()),
        method.runs(plan, tickets(definition, definition.trials().seed())));
  }

  /** What a definition asks of its method. */
  public Plan plan(ExperimentDefinition definition) {
    return plan(definition, layers(definition));
  }

  private Plan plan(ExperimentDefinition definition, List<LayerSpec> layers) {
    Dataset dataset = datasets.get(definition.dataset().name());
    int examples =
        definition.dataset().trainingExamples(dataset) - definition.dataset().validation();
    return new Plan(
        definition.method(),
        definition.pruning(),
        definition.rewind(),
        definition.arms(),
        definition.training(),
        ParameterLayout.of(layers),
        new Plan.Data(examples, examples / definition.training().batchSize()));
  }

  /** The network's layers, for the data's shape and classes. */
  public List<LayerSpec> layers(ExperimentDefinition definition) {
    Dataset dataset = datasets.get(definition.dataset().name());
    Shape shape = dataset.shape();
    ImageShape image = new ImageShape(shape.channels(), shape.height(), shape.width());
    ArchitectureChoice chosen = definition.architecture();
    return architectures.get(chosen.name()).layers(image, dataset.classes(), chosen.choice());
  }

  /** What makes the tickets of a trial. */
  public Tickets tickets(ExperimentDefinition definition, long seed) {
    ArchitectureChoice chosen = definition.architecture();
    return new Tickets(
        ParameterLayout.of(layers(definition)),
        initialisations.get(chosen.initialisation().name()),
        chosen.initialisation(),
        arms,
        seed);
  }

  Arm arm(ArmChoice choice) {
    return arms.get(choice.name());
  }

  /** How the definition's networks are pruned. */
  public Method method(ExperimentDefinition definition) {
    return methods.get(definition.method().name());
  }
}
