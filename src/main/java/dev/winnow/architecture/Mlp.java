package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Parameter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fully connected layers of any widths. With 300 and 100 it is LeNet-300-100. */
@Component
final class Mlp implements Architecture {
  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String summary() {
    return "Dense layers of the widths you give, then one unit per class";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(
            "widths",
            "Units of each hidden layer, from input to output",
            new Domain.Numbers(new Domain.Integers(1, 10_000), 20),
            Optional.of(List.of(300, 100))));
  }

  @Override
  public List<LayerSpec> layers(ImageShape image, int classes, Choice choice) {
    LayerStack stack = new LayerStack(image);
    choice.integers("widths").forEach(width -> stack.dense(width, Activation.RELU));
    stack.dense(classes, Activation.IDENTITY);
    return stack.layers();
  }
}
