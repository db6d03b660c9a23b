/**
 * Work that waits for a worker, who holds it, and who works; what the work is stays its owner's
 * secret.
 */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package dev.winnow.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
