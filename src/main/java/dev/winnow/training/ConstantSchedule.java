package dev.winnow.training;

import dev.winnow.catalog.Choice;
import org.springframework.stereotype.Component;

/** All of it, always. */
@Component
final class ConstantSchedule implements Schedule {
  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String summary() {
    return "The same learning rate in every iteration";
  }

  @Override
  public double share(Choice settings, int iteration, int iterations, int perEpoch) {
    return 1;
  }
}
