package dev.winnow.command.bench.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.command.bench.contender.Contender;
import dev.winnow.command.bench.contender.MatrixProduct;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.dl4j.NativeLibrary;
import dev.winnow.engine.loop.TrainingSetup;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.PixelReader;
import java.util.List;

/** DL4J as it comes, for those who compare with it. */
public final class Dl4jContenders {
  private Dl4jContenders() {}

  /** One iteration with DL4J's own dense layers and Adam. */
  public static Contender iteration(
      List<LayerSpec> layers,
      TrainingSetup trainingSetup,
      Ticket ticket,
      Samples training,
      PixelReader reader) {
    NativeLibrary.loadWithOneThread();
    return new StockIteration(layers, trainingSetup, ticket, training, reader);
  }

  /** One iteration of Conv-2 with DL4J's own layers and Adam, on random images. */
  public static Contender conv2(int batch) {
    NativeLibrary.loadWithOneThread();
    return new StockConv2(batch);
  }

  /** One product by the library that DL4J's products come from. */
  public static Contender product(MatrixProduct product) {
    NativeLibrary.loadWithOneThread();
    return new NativeProduct(product);
  }
}
