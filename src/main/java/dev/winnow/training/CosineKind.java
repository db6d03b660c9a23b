package dev.winnow.training;

import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class CosineKind implements ScheduleKind {
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
}
