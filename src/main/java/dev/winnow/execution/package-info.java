/** Turns a claimed trial into runs. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "dataset",
      "architecture",
      "training",
      "lottery",
      "definition",
      "engine",
      "queue",
      "experiment"
    })
@NullMarked
package dev.winnow.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
