package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Half a cosine from 1 to {@code end} (Loshchilov and Hutter 2017, equation 5, no restarts). */
@Component
final class CosineSchedule implements Schedule {
  @Override
  public String name() {
    return "cosine";
  }

  @Override
  public String summary() {
    return "The learning rate falls along half a cosine to the end of the budget";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.decimal(
            "end", "Share of the learning rate at the end", "0", Decimals.from("0", "1")));
  }

  @Override
  public double share(Choice settings, int iteration, int iterations, int perEpoch) {
    double least = settings.decimal("end").doubleValue();
    double angle = StrictMath.PI * iteration / iterations;
    return least + (1 - least) * (1 + StrictMath.cos(angle)) / 2;
  }
}
