package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.InvalidValue;
import dev.winnow.catalog.Parameter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/**
 * Multiplied by {@code factor} once each of the steps is done (1803.03635, figure 2: ResNet-18,
 * VGG-19).
 */
@Component
final class StepSchedule implements Schedule {
  private static final String AT = "at";

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
            AT,
            "When it drops",
            new Domain.Written(StepList.FORMS, StepList::parse),
            Optional.empty()),
        Parameter.decimal(
            "factor", "What it is multiplied by each time", "0.1", Decimals.between("0", "1")));
  }

  @Override
  public double share(Choice settings, int iteration, int iterations, int perEpoch) {
    double factor = settings.decimal("factor").doubleValue();
    double share = 1;
    for (Step step : StepList.parse(settings.text(AT)).steps()) {
      if (iteration >= step.in(perEpoch)) {
        share *= factor;
      }
    }
    return share;
  }

  @Override
  public Optional<InvalidValue> invalidSetting(Choice settings, long iterations, int perEpoch) {
    long before = 0;
    for (Step step : StepList.parse(settings.text(AT)).steps()) {
      long at = (long) step.epochs() * perEpoch + step.iterations();
      if (at <= before || at >= iterations) {
        return Optional.of(
            new InvalidValue(
                JsonPointer.empty().appendProperty(AT),
                "The drop at " + step + " comes before another one or outside the training.",
                "steps in ascending order from 1it to " + (iterations - 1) + "it"));
      }
      before = at;
    }
    return Optional.empty();
  }
}
