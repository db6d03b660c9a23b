package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/**
 * Gaussian Glorot initialisation: mean 0, variance 2 ÷ (fan in + fan out) (Glorot and Bengio 2010,
 * equation 12; the paper's networks use it throughout, 1803.03635, figure 2).
 */
@Component
final class GlorotNormal implements Initialisation {
  @Override
  public String name() {
    return "glorot-normal";
  }

  @Override
  public String summary() {
    return "Gaussian with variance 2 ÷ (fan in + fan out), the paper's choice";
  }

  @Override
  public DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random) {
    double deviation = StrictMath.sqrt(2.0 / (tensor.fanIn() + tensor.fanOut()));
    return () -> deviation * random.nextGaussian();
  }
}
