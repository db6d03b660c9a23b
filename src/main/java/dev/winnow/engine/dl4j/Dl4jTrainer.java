package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.Layout;
import dev.winnow.dataset.BatchOrder;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.Images;
import dev.winnow.dataset.Split;
import dev.winnow.engine.TrialSetup;
import dev.winnow.engine.loop.Course;
import dev.winnow.engine.loop.Examination;
import dev.winnow.engine.loop.Network;
import dev.winnow.engine.loop.PixelReader;
import dev.winnow.engine.sparse.FastestKernels;
import dev.winnow.engine.sparse.Kernels;
import dev.winnow.engine.sparse.PathRule;
import dev.winnow.engine.sparse.SparseNetwork;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trainer;
import dev.winnow.training.PathChoice;
import dev.winnow.training.TrainingPlan;
import java.util.List;

/** Trains the tickets of one trial, in this process and on the calling thread. */
final class Dl4jTrainer implements Trainer {
  private final List<LayerSpec> layers;
  private final Layout layout;
  private final Images images;
  private final Course course;
  private final PixelReader reader;
  private final Kernels kernels = FastestKernels.choose();
  private final Dl4jNetwork network;

  /**
   * @throws IllegalArgumentException if setup and data do not fit together
   */
  Dl4jTrainer(TrialSetup setup, Dataset dataset, Images images) {
    Split split = Split.of(setup.seed(), images.training().size(), setup.dataset().validation());
    this.layers = setup.layers();
    this.layout = setup.layout();
    this.images = images;
    this.course =
        new Course(
            setup.plan(),
            new BatchOrder(split, setup.plan().batchSize()),
            new Examination(images.training(), split.validation()),
            Examination.ofAll(images.test()));
    this.reader =
        new PixelReader(setup.dataset().normalisation().table(dataset), dataset.shape().size());
    NativeLibrary.loadWithOneThread();
    this.network = new Dl4jNetwork(setup.layers(), reader, setup.plan().batchSize());
  }

  @Override
  public Outcome train(Ticket ticket, ProgressListener listener) {
    if (!ticket.mask().layout().equals(layout)) {
      throw new IllegalArgumentException(
          "The ticket's tensors are %s, this trainer's %s"
              .formatted(ticket.mask().layout(), layout));
    }
    return course.train(network(ticket), layout, listener);
  }

  /** The ticket on the path that the plan asks for, before its first iteration. */
  Network network(Ticket ticket) {
    TrainingPlan plan = course.plan();
    PathChoice path = PathRule.choose(plan, layers, ticket.mask().density(), NativeLibrary.onCpu());
    return path == PathChoice.SPARSE
        ? new SparseNetwork(layers, plan, ticket, images.training(), reader, kernels)
        : new DenseNetwork(network, images.training(), ticket, plan.optimizer());
  }

  Course course() {
    return course;
  }

  PixelReader reader() {
    return reader;
  }

  @Override
  public String signature() {
    return NativeLibrary.signature();
  }

  @Override
  public String dataChecksum() {
    return images.checksum();
  }

  @Override
  public void close() {
    network.close();
  }
}
