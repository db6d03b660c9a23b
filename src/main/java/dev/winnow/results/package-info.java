/** What workers write of runs, fenced by their leases, and how it is read back. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "checksum",
      "architecture",
      "training",
      "lottery",
      "lottery :: codec",
      "definition",
      "database",
      "queue",
      "experiment"
    })
@NullMarked
package dev.winnow.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
