package dev.winnow.training;

import dev.winnow.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalog of learning-rate schedules. */
@Component
public final class Schedules extends Catalog<Schedule> {
  public Schedules(List<Schedule> entries) {
    super("schedule", entries);
  }
}
