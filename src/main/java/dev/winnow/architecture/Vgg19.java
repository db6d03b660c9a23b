package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/**
 * VGG-19 for small images (Simonyan and Zisserman 2014, adapted in 1803.03635, figure 2): 16
 * convolutions of 3 × 3, each followed by batch normalisation, four poolings between them, then the
 * mean of each channel and one dense layer.
 */
@Component
final class Vgg19 implements Architecture {
  private static final int POOL = 0;
  private static final int LEAST = 16;
  private static final int[] PLAN = {
    64, 64, POOL, 128, 128, POOL, 256, 256, 256, 256, POOL, 512, 512, 512, 512, POOL, 512, 512, 512,
    512
  };

  @Override
  public String name() {
    return "vgg-19";
  }

  @Override
  public String summary() {
    return "16 convolutions with batch normalisation, average pooling, one dense layer: 20.0"
        + " million weights on CIFAR-10";
  }

  @Override
  public List<LayerSpec> layers(ImageShape image, int classes, Choice choice) {
    if (image.height() < LEAST || image.width() < LEAST) {
      throw new InvalidValue(
          JsonPointer.compile("/name"),
          "Images must be at least %d × %d pixels, are %d × %d"
              .formatted(LEAST, LEAST, image.height(), image.width()),
          "an architecture with less pooling");
    }
    LayerStack stack = new LayerStack(image);
    for (int channels : PLAN) {
      if (channels == POOL) {
        stack.maxPool();
      } else {
        stack.convolution(channels, 3, Activation.IDENTITY);
        stack.batchNorm(Activation.RELU);
      }
    }
    stack.averagePool();
    stack.dense(classes, Activation.IDENTITY);
    return stack.layers();
  }
}
