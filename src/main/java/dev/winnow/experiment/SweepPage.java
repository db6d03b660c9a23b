package dev.winnow.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some sweeps, the newest first.
 *
 * @param next the cursor of the page that follows; null if none does
 */
public record SweepPage(List<SweepSummary> items, @Nullable String next) {
  public SweepPage {
    items = List.copyOf(items);
  }
}
