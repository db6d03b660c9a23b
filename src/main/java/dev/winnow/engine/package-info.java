/** Trains tickets: opens a trainer for a trial. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "random",
      "dataset",
      "architecture",
      "training",
      "lottery",
      "lottery :: flow",
      "kernels",
      "network",
      "network :: pure"
    })
@NullMarked
package dev.winnow.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
