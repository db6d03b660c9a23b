package dev.winnow.training;

import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class StepsKind implements ScheduleKind {
  @Override
  public String name() {
    return "steps";
  }

  @Override
  public String summary() {
    return "The learning rate drops at given steps, the paper's choice for ResNet-18 and VGG-19";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(
            "at",
            "When it drops",
            new Domain.Written(StepList.FORMS, StepList::parse),
            Optional.empty()),
        Parameter.decimal(
            "factor", "What it is multiplied by each time", "0.1", Decimals.between("0", "1")));
  }
}
