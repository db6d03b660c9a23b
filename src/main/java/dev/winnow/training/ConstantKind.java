package dev.winnow.training;

import org.springframework.stereotype.Component;

@Component
final class ConstantKind implements ScheduleKind {
  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String summary() {
    return "The same learning rate in every iteration";
  }
}
