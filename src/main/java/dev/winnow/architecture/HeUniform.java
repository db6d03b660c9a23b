package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/**
 * Uniform He initialisation: from −√(6 ÷ fan in) to the same above zero (He et al. 2015). Its
 * variance is that of {@link HeNormal}.
 */
@Component
final class HeUniform implements Initialisation {
  @Override
  public String name() {
    return "he-uniform";
  }

  @Override
  public String summary() {
    return "Uniform with variance 2 ÷ fan in";
  }

  @Override
  public DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random) {
    double bound = StrictMath.sqrt(6.0 / tensor.fanIn());
    return () -> bound * (2 * random.nextDouble() - 1);
  }
}
