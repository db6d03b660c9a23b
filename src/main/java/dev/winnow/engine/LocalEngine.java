package dev.winnow.engine;

import dev.winnow.catalog.UnknownName;
import dev.winnow.dataset.Augmentation;
import dev.winnow.dataset.AugmentedBatches;
import dev.winnow.dataset.BatchOrder;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.DatasetUnavailable;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.ImageCache;
import dev.winnow.dataset.Images;
import dev.winnow.dataset.LabelNoise;
import dev.winnow.dataset.Split;
import dev.winnow.engine.dl4j.Dl4jNetworks;
import dev.winnow.engine.loop.GradientSource;
import dev.winnow.engine.loop.LocalTrainer;
import dev.winnow.engine.loop.TrainingSetup;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Trainer;
import dev.winnow.network.Networks;
import dev.winnow.network.PixelReader;
import dev.winnow.network.pure.PureNetworks;
import dev.winnow.network.pure.SparseImagesCache;
import dev.winnow.network.pure.TrainingImages;
import dev.winnow.training.ComputePath;
import dev.winnow.training.ResolvedPlan;
import dev.winnow.training.TrainingPlans;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Trains in this process: in pure Java on a CPU, with DL4J's own products where the definition asks
 * for them, and on a GPU.
 */
public final class LocalEngine implements Engine {
  private final Datasets datasets;
  private final ImageCache images;
  private final TrainingPlans plans;

  public LocalEngine(Datasets datasets, ImageCache images, TrainingPlans plans) {
    this.datasets = datasets;
    this.images = images;
    this.plans = plans;
  }

  /**
   * The kernels that OpenBLAS uses in this process, by the name that {@code OPENBLAS_CORETYPE}
   * takes; empty if it is not in use.
   */
  public static Optional<String> blasCore() {
    return Dl4jNetworks.blasCore();
  }

  @Override
  public Trainer open(TrialSetup setup) {
    try {
      Dataset dataset = datasets.get(setup.dataset().name());
      Images all = images.open(dataset);
      Images chosen =
          setup.dataset().subset().map(some -> some.of(all, dataset.classes())).orElse(all);
      return open(plans, setup, dataset, chosen);
    } catch (DatasetUnavailable | UnknownName | UncheckedIOException e) {
      throw new EngineFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String device() {
    return device(FastestKernels.areVectors());
  }

  /**
   * @param vectors whether trainings have the Vector API
   */
  public static String device(boolean vectors) {
    if (Dl4jNetworks.forGpu()) {
      return "GPU through DL4J";
    }
    return vectors ? "CPU with vectors" : "CPU without vectors, which is slow";
  }

  /**
   * A trainer on images that are at hand.
   *
   * @throws IllegalArgumentException if setup and data do not fit together
   */
  static Trainer open(TrainingPlans plans, TrialSetup setup, Dataset dataset, Images data) {
    Images images =
        new LabelNoise(setup.dataset().labelNoise(), setup.seed())
            .in(data, split(setup, data), dataset.classes());
    float[] numbers = setup.dataset().normalisation().table(dataset);
    ResolvedPlan plan = plans.resolve(setup.plan());
    TrainingSetup trainingSetup = trainingSetup(plan, setup, images);
    Images seen = images;
    if (setup.dataset().augmentation() != Augmentation.NONE) {
      BatchOrder order = new BatchOrder(split(setup, images), setup.plan().batchSize());
      AugmentedBatches batches =
          new AugmentedBatches(
              setup.dataset().augmentation(), images.training(), setup.seed(), order);
      trainingSetup = trainingSetup.learningFrom(batches);
      seen = new Images(batches.samples(), images.test(), images.checksum());
    }
    GradientSource slopes =
        new GradientSource(
            setup.layers(),
            split(setup, images),
            (layers, count) -> {
              TrialSetup batch = setup.of(layers, setup.plan().withBatchSize(count));
              return networks(plans.resolve(batch.plan()), batch, numbers, images, false);
            });
    Networks networks = networks(plan, setup, numbers, seen);
    return new LocalTrainer(trainingSetup, setup.layout(), networks, slopes, images.checksum());
  }

  private static Split split(TrialSetup setup, Images images) {
    return Split.of(setup.seed(), images.training().size(), setup.dataset().validation());
  }

  public static TrainingSetup trainingSetup(ResolvedPlan plan, TrialSetup setup, Images images) {
    return TrainingSetup.of(plan, split(setup, images), images);
  }

  /**
   * @param numbers what a network reads for each value of a byte, channel after channel
   */
  public static Networks networks(
      ResolvedPlan plan, TrialSetup setup, float[] numbers, Images images) {
    // Only fully connected layers read sparse input, and of images that stay what they are.
    boolean sparseInput =
        setup.layers().get(0).dense().isPresent()
            && setup.dataset().augmentation() == Augmentation.NONE;
    return networks(plan, setup, numbers, images, sparseInput);
  }

  /**
   * @param sparseInput whether images may be read as sparse rows, which pays in a training
   */
  private static Networks networks(
      ResolvedPlan plan, TrialSetup setup, float[] numbers, Images images, boolean sparseInput) {
    PixelReader reader = new PixelReader(numbers, images.training().shape().size());
    ComputePath path = setup.plan().path();
    if (path == ComputePath.DL4J || (path == ComputePath.AUTO && Dl4jNetworks.forGpu())) {
      return new Dl4jNetworks(setup.layers(), plan, images.training(), reader, setup.seed());
    }
    return new PureNetworks(
        setup.layers(),
        plan,
        new TrainingImages(
            images.training(),
            reader,
            sparseInput ? SparseImagesCache.of(images.training(), numbers) : Optional.empty()),
        FastestKernels.choose(),
        setup.seed());
  }
}
