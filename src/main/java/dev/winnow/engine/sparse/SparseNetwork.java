package dev.winnow.engine.sparse;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.engine.loop.Network;
import dev.winnow.engine.loop.PixelReader;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sparse path: dense layers computed over their kept weights only, so that a step becomes
 * cheaper with every weight that is pruned. Belongs to one thread.
 */
public final class SparseNetwork implements Network {
  private static final int LOGITS_AT_ONCE = 256;

  private final SparseValues values;
  private final List<SparseLayer> layers;
  private final int classes;
  private final Kernels kernels;
  private final PixelReader reader;
  private final int[] inputs;
  private final Samples training;
  private final CrossEntropy loss;
  private final Activations batch;
  private final Activations deltas;
  private final Activations examples;

  /**
   * The network at the ticket's start, with an optimizer in its first state.
   *
   * @param specs dense layers
   */
  public SparseNetwork(
      List<LayerSpec> specs,
      TrainingPlan plan,
      Ticket ticket,
      Samples training,
      PixelReader reader,
      Kernels kernels) {
    this.values = SparseValues.of(specs, ticket, plan.optimizer());
    this.layers = values.layers();
    this.kernels = kernels;
    this.reader = reader;
    this.inputs = layers.get(0).usedInputs();
    this.training = training;
    int[] units = units(specs);
    this.classes = units[units.length - 1];
    this.loss = new CrossEntropy(classes);
    this.batch = new Activations(plan.batchSize(), units);
    this.deltas = new Activations(plan.batchSize(), units);
    this.examples = new Activations(LOGITS_AT_ONCE, units);
  }

  private static int[] units(List<LayerSpec> specs) {
    IntStream outputs = specs.stream().mapToInt(spec -> ((LayerSpec.Dense) spec).outputs());
    int inputs = ((LayerSpec.Dense) specs.get(0)).inputs();
    return IntStream.concat(IntStream.of(inputs), outputs).toArray();
  }

  @Override
  public String path() {
    return "sparse";
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public double step(int[] some) {
    double mean = gradient(some);
    layers.forEach(layer -> layer.update(1f / some.length));
    return mean;
  }

  /** Forward and backward pass; the layers hold the gradient, summed over the batch. */
  private double gradient(int[] some) {
    forward(training, some, batch);
    int stride = batch.stride();
    double mean = loss.of(training, some, batch.logits(), deltas.logits(), stride);
    for (int i = layers.size() - 1; i >= 0; i--) {
      layers.get(i).differentiate(kernels, batch.into(i), deltas.outOf(i), stride);
      if (i > 0) {
        layers.get(i).propagate(kernels, deltas.outOf(i), deltas.into(i), stride);
        if (layers.get(i - 1).rectified()) {
          kernels.passActive(batch.into(i), deltas.into(i));
        }
      }
    }
    return mean;
  }

  private void forward(Samples samples, int[] some, Activations activations) {
    int stride = activations.stride();
    reader.readColumns(samples, some, inputs, activations.into(0), stride);
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).activate(kernels, activations.into(i), activations.outOf(i), stride);
    }
  }

  @Override
  public float[] logits(Samples samples, int[] some) {
    float[] logits = new float[some.length * classes];
    for (int from = 0; from < some.length; from += LOGITS_AT_ONCE) {
      int count = Math.min(LOGITS_AT_ONCE, some.length - from);
      forward(samples, Arrays.copyOfRange(some, from, from + count), examples);
      for (int e = 0; e < count; e++) {
        for (int c = 0; c < classes; c++) {
          logits[(from + e) * classes + c] = examples.logits()[c * examples.stride() + e];
        }
      }
    }
    return logits;
  }

  @Override
  public float[] values() {
    return values.flat(SparseLayer::values);
  }

  /** The gradient of the last batch, summed over it, in the order of the layout; 0 if pruned. */
  float[] gradient() {
    return values.flat(SparseLayer::gradient);
  }
}
