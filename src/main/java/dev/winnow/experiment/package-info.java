/** Experiments, trials and runs: their definitions, their lives and what is kept of them. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "checksum",
      "dataset",
      "architecture",
      "training",
      "lottery",
      "definition",
      "lottery::codec",
      "queue",
      "database"
    })
@NullMarked
package dev.winnow.experiment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
