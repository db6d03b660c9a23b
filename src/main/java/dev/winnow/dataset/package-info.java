/** Labelled images: where they come from, how they are split, normalised and ordered. */
@ApplicationModule(allowedDependencies = {"catalog", "checksum", "random"})
@NullMarked
package dev.winnow.dataset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
