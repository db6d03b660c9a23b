package dev.winnow.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.catalog.Choice;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.Blobs;
import dev.winnow.engine.Trials;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.PixelReader;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A dense training here against DL4J as it is, layers, division by the batch size and updater. */
class StockTrajectoryIT {
  private static final int BATCH = 20;

  private final Samples samples = new Blobs().read().training();
  private final float[] table = new float[256];
  private final Ticket ticket = Trials.ticket(Trials.SMALL, 1, 5);

  StockTrajectoryIT() {
    IntStream.range(0, 256).forEach(p -> table[p] = (float) ((p / 255.0 - 0.4) / 0.3));
  }

  @BeforeAll
  static void load() {
    NativeLibrary.loadWithOneThread();
  }

  @Test
  void twenty_steps_of_adam_equal_those_of_stock_dl4j() {
    // DL4J adds epsilon to the uncorrected root; so small a one makes no difference.
    compare(Trials.adam("0.01", "1e-20", "0"), new Adam(0.01, 0.9, 0.999, 1e-20));
  }

  @Test
  void twenty_steps_of_gradient_descent_equal_those_of_stock_dl4j() {
    compare(Trials.sgd("0.1", "0", "0"), new Sgd(0.1));
  }

  @Test
  void logits_give_the_probabilities_of_stock_dl4j() {
    MultiLayerNetwork stock = stock(new Sgd(0.1));
    try (Dl4jNetwork network = new Dl4jNetwork(Trials.SMALL, new PixelReader(table, 9), BATCH, 0)) {
      network.setValues(ticket.start().values());
      int[] some = IntStream.range(30, 30 + BATCH).toArray();
      INDArray logits = Nd4j.create(network.logits(samples, some), new long[] {BATCH, 4});
      assertThat(Transforms.softmax(logits).ravel().toFloatVector())
          .containsExactly(stock.output(inputs(some)).ravel().toFloatVector(), within(1e-6f));
    }
  }

  private void compare(Choice ours, IUpdater theirs) {
    MultiLayerNetwork stock = stock(theirs);
    try (Dl4jNetwork network = new Dl4jNetwork(Trials.SMALL, new PixelReader(table, 9), BATCH, 0)) {
      DenseNetwork dense =
          new DenseNetwork(network, samples, ticket, Trials.resolved(ours, BATCH, "1it", "1it"));
      for (int step = 0; step < 20; step++) {
        int[] batch = IntStream.range(0, BATCH).map(i -> (i * 7) % 200).toArray();
        double loss = dense.step(batch);
        stock.fit(inputs(batch), oneHot(batch));
        assertThat(loss).isCloseTo(stock.score(), within(1e-5));
      }
      assertThat(dense.values()).containsExactly(stock.params().toFloatVector(), within(2e-6f));
      assertThat(dense.values()).isNotEqualTo(ticket.start().values());
    }
  }

  private MultiLayerNetwork stock(IUpdater updater) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .updater(updater)
                .list()
                .layer(new DenseLayer.Builder().nIn(9).nOut(8).activation(Activation.RELU).build())
                .layer(new DenseLayer.Builder().nIn(8).nOut(6).activation(Activation.RELU).build())
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(6)
                        .nOut(4)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    float[] start = ticket.start().values();
    network.init(Nd4j.create(start, new long[] {1, start.length}), true);
    return network;
  }

  private INDArray inputs(int[] batch) {
    float[] pixels = new float[BATCH * 9];
    new PixelReader(table, 9).read(samples, batch, pixels);
    return Nd4j.create(pixels, new long[] {BATCH, 9});
  }

  private INDArray oneHot(int[] batch) {
    INDArray oneHot = Nd4j.zeros(BATCH, 4);
    IntStream.range(0, BATCH).forEach(e -> oneHot.putScalar(e, samples.label(batch[e]), 1));
    return oneHot;
  }
}
