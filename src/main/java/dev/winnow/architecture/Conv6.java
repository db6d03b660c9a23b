package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Conv-6 of 1803.03635, figure 2: convolutions in pairs of 64, 128, 256 channels. */
@Component
final class Conv6 implements Architecture {
  @Override
  public String name() {
    return "conv-6";
  }

  @Override
  public String summary() {
    return "6 convolutions of 64, 128, 256 channels, then dense layers: 2.3 million weights on CIFAR-10";
  }

  @Override
  public List<LayerSpec> layers(ImageShape image, int classes, Choice choice) {
    return ConvNet.layers(image, classes, 64, 128, 256);
  }
}
