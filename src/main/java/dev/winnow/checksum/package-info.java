/** The one way to say that two things are the same bytes. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.winnow.checksum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
