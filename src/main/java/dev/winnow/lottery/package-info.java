/** The method: masks, tickets, iterative magnitude pruning and its controls, in pure Java. */
@ApplicationModule(
    allowedDependencies = {"catalog", "checksum", "random", "architecture", "training"})
@NullMarked
package dev.winnow.lottery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
