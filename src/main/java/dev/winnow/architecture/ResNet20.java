package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The 20-layer ResNet for small images (He et al. 2016, section 4.2), which 1803.03635, figure 2,
 * calls ResNet-18: one convolution, three stages of three blocks of two convolutions, then the mean
 * of each channel and one dense layer. Each convolution is followed by batch normalisation. The
 * second and third stage begin by halving the maps; there the shortcut is a convolution of 1 × 1.
 */
@Component
final class ResNet20 implements Architecture {
  private static final int[] STAGES = {16, 32, 64};
  private static final int BLOCKS = 3;

  @Override
  public String name() {
    return "resnet-20";
  }

  @Override
  public String summary() {
    return "19 convolutions with batch normalisation, shortcuts past each two of them, average"
        + " pooling, one dense layer: 271 thousand weights on CIFAR-10";
  }

  @Override
  public List<LayerSpec> layers(ImageShape image, int classes, Choice choice) {
    LayerStack stack = new LayerStack(image);
    normalised(stack, STAGES[0], 1, Activation.RELU);
    for (int channels : STAGES) {
      for (int block = 0; block < BLOCKS; block++) {
        int stride = block == 0 && channels != STAGES[0] ? 2 : 1;
        stack.residual(
            () -> {
              normalised(stack, channels, stride, Activation.RELU);
              normalised(stack, channels, 1, Activation.IDENTITY);
            },
            Activation.RELU);
      }
    }
    stack.averagePool();
    stack.dense(classes, Activation.IDENTITY);
    return stack.layers();
  }

  private static void normalised(
      LayerStack stack, int channels, int stride, Activation activation) {
    stack.convolution(channels, 3, stride, Activation.IDENTITY);
    stack.batchNorm(activation);
  }
}
