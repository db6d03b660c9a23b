/** Trains in a child process, so that native code can crash, leak or hang without harm. */
@ApplicationModule(
    allowedDependencies = {
      "kernels", "engine", "lottery", "training", "architecture", "dataset", "catalog"
    })
@NullMarked
package dev.winnow.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
