/** What a researcher reads: curves over trials, rounds, learning curves and mask files. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "checksum",
      "architecture",
      "training",
      "lottery",
      "definition",
      "lottery::codec",
      "experiment"
    })
@NullMarked
package dev.winnow.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
