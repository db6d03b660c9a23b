package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import dev.winnow.network.Network;
import dev.winnow.network.NetworkState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A network in pure Java. Belongs to one thread. */
public final class PureNetwork implements Network {
  private static final int LOGITS_AT_ONCE = 128;

  /** The most numbers in one array of activations, unless a single example has more. */
  private static final int NUMBERS_AT_ONCE = 10_000_000;

  private final String path;
  private final InputLayer first;
  private final List<Layer> others;
  private final List<Parameters> parameters;
  private final int size;
  private final int classes;
  private final Samples training;
  private final CrossEntropy loss;
  private final float[][] activations;
  private final float[][] deltas;
  private final int logitsAtOnce;
  private float[][] examples = {};

  /**
   * @param path what is recorded
   * @param others what follows the first layer; the last one gives the logits as {@link
   *     FeatureMajor}
   */
  PureNetwork(
      String path, InputLayer first, List<Layer> others, NetworkSizes sizes, Samples training) {
    this.path = path;
    this.first = first;
    this.others = List.copyOf(others);
    this.parameters =
        Stream.concat(
                first.parameters().stream(), others.stream().flatMap(o -> o.parameters().stream()))
            .toList();
    this.size = sizes.values();
    this.classes = sizes.classes();
    this.training = training;
    this.loss = new CrossEntropy(classes);
    this.activations =
        layouts().map(layout -> new float[layout.size(sizes.batch())]).toArray(float[][]::new);
    this.deltas = gradients(sizes.batch());
    this.logitsAtOnce = logitsAtOnce();
  }

  private int logitsAtOnce() {
    int count = LOGITS_AT_ONCE;
    while (count > 1 && largest(count) > NUMBERS_AT_ONCE) {
      count /= 2;
    }
    return count;
  }

  private int largest(int count) {
    return layouts().mapToInt(layout -> layout.size(count)).max().orElse(0);
  }

  /** Of what each layer gives. */
  private Stream<ActivationLayout> layouts() {
    return Stream.concat(Stream.of(first.layout()), others.stream().map(Layer::layout));
  }

  /** Arrays for what each layer gives; layers that do not follow each other may share one. */
  private float[][] passing(int count) {
    ScratchArrays scratch = new ScratchArrays();
    List<ActivationLayout> layouts = layouts().toList();
    return IntStream.range(0, layouts.size())
        .mapToObj(i -> scratch.of(layouts.get(i), count, i % 2))
        .toArray(float[][]::new);
  }

  /** Likewise, but the loss has the last one for itself: it does not write all of it. */
  private float[][] gradients(int count) {
    float[][] arrays = passing(count);
    int last = others.size();
    arrays[last] = new float[arrays[last].length];
    return arrays;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void at(int iteration) {
    others.forEach(layer -> layer.at(iteration));
  }

  @Override
  public double step(int[] batch, double share) {
    double mean = differentiate(batch);
    for (Parameters some : parameters) {
      some.update(1f / batch.length, share);
    }
    return mean;
  }

  /** Forward and backward pass; the layers hold the gradient, summed over the batch. */
  private double differentiate(int[] batch) {
    int count = batch.length;
    first.forward(training, batch, activations[0]);
    for (int i = 0; i < others.size(); i++) {
      others.get(i).forward(activations[i], activations[i + 1], count);
    }
    int last = others.size();
    double mean =
        loss.of(training, batch, activations[last], deltas[last], FeatureMajor.stride(count));
    for (int i = last; i > 0; i--) {
      Layer layer = others.get(i - 1);
      layer.backward(activations[i - 1], activations[i], deltas[i], deltas[i - 1], count);
    }
    first.backward(activations[0], deltas[0], count);
    return mean;
  }

  @Override
  public float[] gradient(int[] batch) {
    float[] values = values();
    differentiate(batch);
    // What layers keep count of went on with the batch.
    parameters.forEach(some -> some.fillValues(values));
    float[] flat = new float[size];
    parameters.forEach(some -> some.copyMaskedGradient(1f / batch.length, flat));
    return flat;
  }

  private void infer(Samples samples, int[] some) {
    if (examples.length == 0) {
      examples = passing(logitsAtOnce);
    }
    first.infer(samples, some, examples[0]);
    for (int i = 0; i < others.size(); i++) {
      others.get(i).infer(examples[i], examples[i + 1], some.length);
    }
  }

  @Override
  public float[] logits(Samples samples, int[] some) {
    float[] logits = new float[some.length * classes];
    for (int from = 0; from < some.length; from += logitsAtOnce) {
      int count = Math.min(logitsAtOnce, some.length - from);
      infer(samples, Arrays.copyOfRange(some, from, from + count));
      int stride = FeatureMajor.stride(count);
      float[] outputs = examples[others.size()];
      for (int e = 0; e < count; e++) {
        for (int c = 0; c < classes; c++) {
          logits[(from + e) * classes + c] = outputs[FeatureMajor.row(c, stride) + e];
        }
      }
    }
    return logits;
  }

  @Override
  public float[] values() {
    float[] flat = new float[size];
    parameters.forEach(some -> some.copyValues(flat));
    return flat;
  }

  @Override
  public NetworkState state() {
    List<float[]> arrays = new ArrayList<>(List.of(values()));
    int memories = parameters.stream().mapToInt(Parameters::memories).max().orElse(0);
    for (int i = 0; i < memories; i++) {
      arrays.add(memory(i));
    }
    return new NetworkState(arrays);
  }

  private float[] memory(int which) {
    float[] flat = new float[size];
    parameters.stream()
        .filter(some -> which < some.memories())
        .forEach(some -> some.copyMemory(which, flat));
    return flat;
  }

  @Override
  public void resume(NetworkState state, int updates) {
    parameters.forEach(some -> some.resume(state, updates));
  }

  /** The gradient of the last batch, summed over it, in the order of the layout. */
  float[] gradient() {
    float[] flat = new float[size];
    parameters.forEach(some -> some.copyGradient(flat));
    return flat;
  }
}
