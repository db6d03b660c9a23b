/** Networks in training: what turns a list of layers and a mask into something that steps. */
@ApplicationModule(
    allowedDependencies = {
      "kernels", "lottery", "training", "architecture", "dataset", "catalog", "random"
    })
@NullMarked
package dev.winnow.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
