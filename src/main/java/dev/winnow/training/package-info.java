/** How a network is trained and what is measured on the way. */
@ApplicationModule(allowedDependencies = {"catalog"})
@NullMarked
package dev.winnow.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
