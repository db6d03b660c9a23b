/** The PostgreSQL that Winnow brings along, for when none is configured, and how databases fail. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.winnow.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
