/** Trains dense layers by their kept weights alone, in pure Java. */
@NullMarked
package dev.winnow.engine.pure;

import org.jspecify.annotations.NullMarked;
