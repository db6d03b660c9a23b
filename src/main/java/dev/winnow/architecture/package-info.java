/** Networks as lists of layers, their weights, and how the weights begin. */
@ApplicationModule(allowedDependencies = {"catalog", "checksum", "random"})
@NullMarked
package dev.winnow.architecture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
