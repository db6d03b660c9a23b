package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.network.PixelReader;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A DL4J network that trades values and gradients with Java as flat arrays in the order of the
 * layout. All native memory is made once. Belongs to one thread.
 */
final class Dl4jNetwork implements AutoCloseable {
  private static final int LOGITS_AT_ONCE = 1000;

  /** With convolutions, whose maps are large. */
  private static final int LOGITS_OF_MAPS_AT_ONCE = 100;

  private final ValueOrder order;
  private final RunningStatistics statistics;
  private final Dropouts dropouts;
  private final int atOnce;
  private final int classes;
  private final ComputationGraph network;
  private final ComputationGraph untilLogits;
  private final FloatArray values;
  private final FloatArray gradients;
  private final ImageBlock batch;
  private final LabelBlock labels;
  private final ImageBlock examples;
  private final WorkspaceConfiguration logitsMemory;

  Dl4jNetwork(List<LayerSpec> layers, PixelReader reader, int batchSize, long seed) {
    classes = NetworkConfiguration.output(layers).outputs();
    statistics = new RunningStatistics(layers);
    boolean maps = layers.get(0).dense().isEmpty();
    atOnce = maps ? LOGITS_OF_MAPS_AT_ONCE : LOGITS_AT_ONCE;
    dropouts = new Dropouts(seed);
    network =
        new ComputationGraph(NetworkConfiguration.forTraining(layers, DataType.FLOAT, dropouts));
    network.init();
    network.initGradientsView();
    order = new ValueOrder(layers, network);
    untilLogits = new ComputationGraph(NetworkConfiguration.forLogits(layers, DataType.FLOAT));
    untilLogits.init(network.params(), false);
    values = new FloatArray(network.params());
    gradients = new FloatArray(network.getFlattenedGradients());
    batch = new ImageBlock(reader, batchSize);
    labels = new LabelBlock(batchSize, classes());
    examples = new ImageBlock(reader, atOnce);
    long bytes = (long) atOnce * classes() * Float.BYTES;
    logitsMemory = WorkspaceConfiguration.builder().initialSize(4 * bytes).build();
  }

  /** Which iteration the next gradient is for. */
  void at(int iteration) {
    dropouts.at(iteration);
  }

  int classes() {
    return classes;
  }

  void setValues(float[] flat) {
    values.write(order.ofLayout(flat));
  }

  /**
   * Updates running means and variances.
   *
   * @param sums what {@link #gradient} gave; zero afterwards wherever they stand
   */
  void updateStatistics(float[] flat, float[] sums) {
    statistics.update(flat, sums);
  }

  /** Leaves a gradient of zero where running means and variances stand. */
  void clearStatistics(float[] sums) {
    statistics.clear(sums);
  }

  /** A copy of the values as they are in native memory. */
  float[] values() {
    float[] flat = new float[Math.toIntExact(network.numParams())];
    values.read(flat);
    order.toLayout(flat);
    return flat;
  }

  /**
   * Forward and backward pass.
   *
   * @param sums receives the gradient of the cross-entropy, summed over the batch
   * @return the batch's mean cross-entropy in nats, where DL4J takes no probability for less than
   *     1e-10
   */
  double gradient(Samples samples, int[] examples, float[] sums) {
    network.setInput(0, batch.fill(samples, examples));
    network.setLabel(0, labels.fill(samples, examples));
    network.computeGradientAndScore();
    gradients.read(sums);
    order.toLayout(sums);
    return network.score();
  }

  /**
   * Forward pass.
   *
   * @return {@code some.length × classes} logits
   */
  float[] logits(Samples samples, int[] some) {
    float[] logits = new float[some.length * classes()];
    float[] part = new float[atOnce * classes()];
    for (int from = 0; from < some.length; from += atOnce) {
      int count = Math.min(atOnce, some.length - from);
      logits(samples, Arrays.copyOfRange(some, from, from + count), part);
      System.arraycopy(part, 0, logits, from * classes(), count * classes());
    }
    return logits;
  }

  private void logits(Samples samples, int[] some, float[] logits) {
    try (MemoryWorkspace memory =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(logitsMemory, "LOGITS")) {
      INDArray output = untilLogits.output(false, memory, examples.fill(samples, some))[0];
      // A layer may answer in column-major order.
      new FloatArray(output.dup('c')).read(logits);
    }
  }

  @Override
  public void close() {
    network.close();
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }
}
