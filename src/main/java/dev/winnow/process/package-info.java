/** Trains in a child process, so that native code can crash, leak or hang without harm. */
@ApplicationModule(
    allowedDependencies = {"dataset", "architecture", "training", "lottery", "kernels", "engine"})
@NullMarked
package dev.winnow.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
