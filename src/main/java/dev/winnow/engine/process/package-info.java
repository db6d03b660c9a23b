/** Trains in a child process, so that native code can crash, leak or hang without harm. */
@NullMarked
package dev.winnow.engine.process;

import org.jspecify.annotations.NullMarked;
