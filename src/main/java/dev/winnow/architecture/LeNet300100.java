package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * LeNet-300-100: two hidden dense layers of 300 and 100 units (LeCun et al. 1998; 1803.03635,
 * figure 2). 266,200 weights on MNIST.
 */
@Component
final class LeNet300100 implements Architecture {
  @Override
  public String name() {
    return "lenet-300-100";
  }

  @Override
  public String summary() {
    return "Dense layers of 300, 100 and one unit per class: 266,200 weights on MNIST";
  }

  @Override
  public List<LayerSpec> layers(ImageShape image, int classes, Choice choice) {
    return List.of(
        new LayerSpec.Dense("fc1", image.size(), 300, Activation.RELU),
        new LayerSpec.Dense("fc2", 300, 100, Activation.RELU),
        new LayerSpec.Dense("fc3", 100, classes, Activation.IDENTITY));
  }
}
