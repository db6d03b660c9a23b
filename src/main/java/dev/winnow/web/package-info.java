/** All HTTP: what endpoints share, such as problems, limits, headers and the dashboard's files. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "checksum",
      "dataset",
      "architecture",
      "training",
      "lottery",
      "lottery :: codec",
      "definition",
      "database",
      "queue",
      "experiment",
      "results",
      "report",
      "report :: curve",
      "report :: analysis"
    })
@NullMarked
package dev.winnow.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
