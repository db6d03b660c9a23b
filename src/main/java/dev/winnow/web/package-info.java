/** What all endpoints share: problems, limits, headers, the catalog, and the dashboard's files. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "database",
      "dataset",
      "architecture",
      "training",
      "lottery",
      "definition",
      "queue",
      "experiment"
    })
@NullMarked
package dev.winnow.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
