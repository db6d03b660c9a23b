/** The language of experiments: a definition is read, expanded, checked and identified. */
@ApplicationModule(
    allowedDependencies = {"catalog", "checksum", "dataset", "architecture", "training", "lottery"})
@NullMarked
package dev.winnow.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
