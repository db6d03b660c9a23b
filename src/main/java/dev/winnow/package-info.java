/** Lottery-ticket experiments as a service. */
@NullMarked
package dev.winnow;

import org.jspecify.annotations.NullMarked;
