package dev.winnow.engine.dl4j;

import dev.winnow.catalog.UnknownName;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.DatasetUnavailable;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.ImageCache;
import dev.winnow.engine.Engine;
import dev.winnow.engine.TrialSetup;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Trainer;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Trains with DL4J in this process. */
public final class Dl4jEngine implements Engine {
  private final Datasets datasets;
  private final ImageCache images;

  public Dl4jEngine(Datasets datasets, ImageCache images) {
    this.datasets = datasets;
    this.images = images;
  }

  @Override
  public Trainer open(TrialSetup setup) {
    try {
      Dataset dataset = datasets.get(setup.dataset().name());
      return new Dl4jTrainer(setup, dataset, images.open(dataset));
    } catch (DatasetUnavailable | UnknownName | UncheckedIOException e) {
      throw new EngineFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /** The kernels that OpenBLAS uses, by the name that {@code OPENBLAS_CORETYPE} takes. */
  public static Optional<String> blasCore() {
    NativeLibrary.loadWithOneThread();
    return OpenBlasCore.name();
  }
}
