/** The sparse path's kernels on the Vector API, which is an incubator: compiled on its own. */
@NullMarked
package dev.winnow.engine.pure.vector;

import org.jspecify.annotations.NullMarked;
