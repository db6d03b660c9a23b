/** Trains tickets: opens a trainer for a trial. */
@ApplicationModule(
    allowedDependencies = {
      "kernels",
      "network",
      "network :: pure",
      "lottery",
      "lottery :: flow",
      "training",
      "architecture",
      "dataset",
      "catalog",
      "random"
    })
@NullMarked
package dev.winnow.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
