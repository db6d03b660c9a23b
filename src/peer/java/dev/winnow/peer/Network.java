package dev.winnow.peer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Layers one after the other, and the tensors that they learn as they are in the beginning. */
final class Network {
  /** One layer. */
  private interface Layer {
    Tensor apply(List<Tensor> learned, Tensor input);
  }

  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;

  private final List<Tensor> tensors = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();

  List<Tensor> tensors() {
    return tensors;
  }

  /**
   * @param learned what has become of the tensors
   */
  Tensor apply(List<Tensor> learned, Tensor input) {
    Tensor output = input;
    for (Layer layer : layers) {
      output = layer.apply(learned, output);
    }
    return output;
  }

  private int learned(Tensor tensor) {
    tensors.add(tensor);
    return tensors.size() - 1;
  }

  private int weights(long... shape) {
    return learned(torch.xavier_normal_(torch.empty(shape)));
  }

  Network dense(int inputs, int outputs) {
    int weights = weights(outputs, inputs);
    int bias = learned(torch.zeros(outputs));
    layers.add(
        (learned, input) ->
            torch.linear(input, learned.get(weights), new TensorOptional(learned.get(bias))));
    return this;
  }

  Network convolution(int inputs, int outputs, int kernel, int stride) {
    int weights = weights(outputs, inputs, kernel, kernel);
    int bias = learned(torch.zeros(outputs));
    long[] padding = {kernel / 2, kernel / 2};
    long[] strides = {stride, stride};
    layers.add(
        (learned, input) ->
            torch.conv2d(
                input,
                learned.get(weights),
                new TensorOptional(learned.get(bias)),
                strides,
                padding,
                new long[] {1, 1},
                1));
    return this;
  }

  Network normalisation(int channels) {
    int scale = learned(torch.ones(channels));
    int shift = learned(torch.zeros(channels));
    TensorOptional mean = new TensorOptional(torch.zeros(channels));
    TensorOptional variance = new TensorOptional(torch.ones(channels));
    layers.add(
        (learned, input) ->
            torch.batch_norm(
                input,
                new TensorOptional(learned.get(scale)),
                new TensorOptional(learned.get(shift)),
                mean,
                variance,
                true,
                MOMENTUM,
                EPSILON,
                false));
    return this;
  }

  Network relu() {
    layers.add((learned, input) -> input.relu_());
    return this;
  }

  Network maxPool() {
    layers.add((learned, input) -> torch.max_pool2d(input, 2, 2));
    return this;
  }

  /** The mean of each channel. */
  Network average() {
    layers.add((learned, input) -> torch.adaptive_avg_pool2d(input, 1, 1).flatten(1, -1));
    return this;
  }

  Network flatten() {
    layers.add((learned, input) -> input.flatten(1, -1));
    return this;
  }

  /** Two convolutions beside a way around them. */
  Network residual(int inputs, int outputs) {
    int stride = inputs == outputs ? 1 : 2;
    Network branch =
        new Network()
            .convolution(inputs, outputs, 3, stride)
            .normalisation(outputs)
            .relu()
            .convolution(outputs, outputs, 3, 1)
            .normalisation(outputs);
    Network shortcut =
        stride == 1 ? new Network() : new Network().convolution(inputs, outputs, 1, 2);
    int first = tensors.size();
    tensors.addAll(branch.tensors);
    int second = tensors.size();
    tensors.addAll(shortcut.tensors);
    layers.add(
        (learned, input) ->
            branch
                .apply(learned.subList(first, second), input)
                .add(
                    shortcut.apply(
                        learned.subList(second, second + shortcut.tensors.size()), input))
                .relu_());
    return this;
  }
}
