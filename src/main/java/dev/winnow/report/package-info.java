/** What a researcher reads: curves over trials, rounds, analyses, figures and forecasts. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "dataset",
      "architecture",
      "training",
      "lottery",
      "definition",
      "queue",
      "experiment",
      "results"
    })
@NullMarked
package dev.winnow.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
