/** Masks and tickets, and the methods, criteria and controls that make them, in pure Java. */
@ApplicationModule(
    allowedDependencies = {"catalog", "checksum", "random", "architecture", "training"})
@NullMarked
package dev.winnow.lottery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
