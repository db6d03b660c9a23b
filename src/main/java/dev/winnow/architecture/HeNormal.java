package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/** Gaussian He initialisation: mean 0, variance 2 ÷ fan in (He et al. 2015, equation 10). */
@Component
final class HeNormal implements Initialisation {
  @Override
  public String name() {
    return "he-normal";
  }

  @Override
  public String summary() {
    return "Gaussian with variance 2 ÷ fan in, made for ReLU networks";
  }

  @Override
  public DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random) {
    double deviation = StrictMath.sqrt(2.0 / tensor.fanIn());
    return () -> deviation * random.nextGaussian();
  }
}
