/** What the jar does besides serving: each command is a run mode with a name of its own. */
@ApplicationModule(
    allowedDependencies = {
      "catalog",
      "random",
      "dataset",
      "architecture",
      "training",
      "lottery",
      "network",
      "engine",
      "engine :: loop",
      "engine :: dl4j",
      "process :: bench"
    })
@NullMarked
package dev.winnow.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
