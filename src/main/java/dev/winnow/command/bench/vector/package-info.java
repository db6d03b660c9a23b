/** Contenders on the Vector API, which a JVM may lack; they are loaded by name. */
@NullMarked
package dev.winnow.command.bench.vector;

import org.jspecify.annotations.NullMarked;
