/** Networks in training: what turns a list of layers and a mask into something that steps. */
@ApplicationModule(
    allowedDependencies = {"random", "dataset", "architecture", "training", "lottery", "kernels"})
@NullMarked
package dev.winnow.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
