/**
 * The life of experiments, trials and sweeps: their states and moves, and the events they record.
 */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "checksum",
      "training",
      "lottery",
      "definition",
      "database",
      "queue"
    })
@NullMarked
package dev.winnow.experiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
