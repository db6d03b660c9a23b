package dev.winnow.experiment;

import dev.winnow.architecture.ArchitectureChoice;
import dev.winnow.architecture.Architectures;
import dev.winnow.architecture.ImageShape;
import dev.winnow.architecture.Initialisations;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.Shape;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Arms;
import dev.winnow.lottery.Criteria;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.IterativePruning;
import dev.winnow.lottery.Tickets;
import dev.winnow.lottery.Timetable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Works out definitions with the catalogs' help. */
@Component
public final class Blueprints {
  private final Datasets datasets;
  private final Architectures architectures;
  private final Initialisations initialisations;
  private final Criteria criteria;
  private final Arms arms;

  Blueprints(
      Datasets datasets,
      Architectures architectures,
      Initialisations initialisations,
      Criteria criteria,
      Arms arms) {
    this.datasets = datasets;
    this.architectures = architectures;
    this.initialisations = initialisations;
    this.criteria = criteria;
    this.arms = arms;
  }

  public Blueprint of(ExperimentDefinition definition) {
    List<LayerSpec> layers = layers(definition);
    Layout layout = Layout.of(layers);
    int perEpoch = iterationsPerEpoch(definition);
    int rounds = definition.pruning().rounds();
    return new Blueprint(
        layers,
        layout,
        definition.pruning().shares(layout),
        perEpoch,
        definition.training().budget().in(perEpoch),
        Blueprint.runs(method(definition, definition.trials().seed()), rounds));
  }

  private int iterationsPerEpoch(ExperimentDefinition definition) {
    Dataset dataset = datasets.get(definition.dataset().name());
    int examples =
        definition.dataset().trainingExamples(dataset) - definition.dataset().validation();
    return examples / definition.training().batchSize();
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
        Layout.of(layers(definition)),
        initialisations.get(chosen.initialisation().name()),
        chosen.initialisation(),
        arms,
        seed);
  }

  Arm arm(ArmChoice choice) {
    return arms.get(choice.name());
  }

  /** What ranks the weights. */
  Criterion criterion(ExperimentDefinition definition) {
    return criteria.get(definition.pruning().criterion().name());
  }

  /** The method of a trial. */
  public IterativePruning method(ExperimentDefinition definition, long seed) {
    return new IterativePruning(
        definition.pruning(),
        criterion(definition),
        tickets(definition, seed),
        definition.arms(),
        Timetable.of(definition.pruning(), definition.rewind(), iterationsPerEpoch(definition)));
  }
}
