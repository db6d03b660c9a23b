/** Reproducible randomness: every draw comes from a stream that is named by what it is for. */
@ApplicationModule(allowedDependencies = "checksum")
@NullMarked
package dev.winnow.random;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
