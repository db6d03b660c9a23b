package dev.winnow.engine.dl4j;

import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Images;
import dev.winnow.engine.Contender;
import dev.winnow.engine.MatrixProduct;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.Workbench;
import dev.winnow.engine.loop.Drill;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.PathChoice;
import dev.winnow.training.TrainingPlan;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** The trainers of a trial, one for each choice of path, taken apart. */
@NamedInterface("bench")
public final class Dl4jWorkbench implements Workbench {
  private final TrialSetup setup;
  private final Dataset dataset;
  private final Images images;
  private final Map<PathChoice, Dl4jTrainer> trainers = new EnumMap<>(PathChoice.class);

  /**
   * @param setup its plan's choice of path is not read
   */
  public Dl4jWorkbench(TrialSetup setup, Dataset dataset, Images images) {
    this.setup = setup;
    this.dataset = dataset;
    this.images = images;
  }

  @Override
  public Contender iteration(Ticket ticket, PathChoice path) {
    Dl4jTrainer trainer = trainer(path);
    return Drill.iterations(trainer.course(), trainer.network(ticket));
  }

  @Override
  public Contender evaluation(Ticket ticket, PathChoice path) {
    Dl4jTrainer trainer = trainer(path);
    return Drill.evaluations(trainer.course(), trainer.network(ticket));
  }

  @Override
  public Contender stockIteration(Ticket ticket) {
    Dl4jTrainer trainer = trainer(PathChoice.DENSE);
    return new StockIteration(
        setup.layers(), trainer.course(), ticket, images.training(), trainer.reader());
  }

  @Override
  public Contender stockConv2() {
    NativeLibrary.loadWithOneThread();
    return new StockConv2(setup.plan().batchSize());
  }

  @Override
  public Contender product(MatrixProduct product) {
    NativeLibrary.loadWithOneThread();
    return new NativeProduct(product);
  }

  private Dl4jTrainer trainer(PathChoice path) {
    return trainers.computeIfAbsent(path, this::open);
  }

  private Dl4jTrainer open(PathChoice path) {
    TrainingPlan plan = setup.plan();
    TrainingPlan withPath =
        new TrainingPlan(
            plan.optimizer(),
            plan.batchSize(),
            plan.budget(),
            plan.evaluateEvery(),
            plan.testEvaluation(),
            path);
    return new Dl4jTrainer(
        new TrialSetup(setup.dataset(), setup.layers(), withPath, setup.seed()), dataset, images);
  }
}
