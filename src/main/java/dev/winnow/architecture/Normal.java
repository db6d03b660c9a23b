package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import dev.winnow.random.RandomStream;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/** Gaussian with mean 0 and the same standard deviation in every layer, whatever its size. */
@Component
final class Normal implements Initialisation {
  @Override
  public String name() {
    return "normal";
  }

  @Override
  public String summary() {
    return "Gaussian with one standard deviation for all layers";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.decimal(
            "sigma", "Standard deviation of the weights", "0.05", Decimals.above("0", "100")));
  }

  @Override
  public DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random) {
    double deviation = choice.decimal("sigma").doubleValue();
    return () -> deviation * random.nextGaussian();
  }
}
