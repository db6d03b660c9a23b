/** Turns a claimed trial into runs. */
@ApplicationModule(
    allowedDependencies = {
      "dataset",
      "architecture",
      "training",
      "lottery",
      "definition",
      "database",
      "queue",
      "engine",
      "experiment",
      "results"
    })
@NullMarked
package dev.winnow.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
