/** The kernels on the Vector API, which is an incubator: compiled on its own. */
@NullMarked
package dev.winnow.kernels.vector;

import org.jspecify.annotations.NullMarked;
