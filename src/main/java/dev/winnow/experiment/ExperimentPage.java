package dev.winnow.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some experiments, the newest first.
 *
 * @param next the cursor of the page that follows; null if none does
 */
public record ExperimentPage(List<ExperimentSummary> items, @Nullable String next) {
  public ExperimentPage {
    items = List.copyOf(items);
  }
}
