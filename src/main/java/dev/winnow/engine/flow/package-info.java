/** What flows through a network of absolute values, in double precision and without data. */
@NullMarked
package dev.winnow.engine.flow;

import org.jspecify.annotations.NullMarked;
