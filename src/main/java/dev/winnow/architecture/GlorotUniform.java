package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/**
 * Uniform Glorot initialisation: from −√(6 ÷ (fan in + fan out)) to the same above zero (Glorot and
 * Bengio 2010, equation 16). Its variance is that of {@link GlorotNormal}.
 */
@Component
final class GlorotUniform implements Initialisation {
  @Override
  public String name() {
    return "glorot-uniform";
  }

  @Override
  public String summary() {
    return "Uniform with variance 2 ÷ (fan in + fan out)";
  }

  @Override
  public DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random) {
    double bound = StrictMath.sqrt(6.0 / (tensor.fanIn() + tensor.fanOut()));
    return () -> bound * (2 * random.nextDouble() - 1);
  }
}
