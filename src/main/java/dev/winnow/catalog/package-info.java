/** The things a researcher picks by name, and how a plug-in declares its parameters. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.winnow.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
