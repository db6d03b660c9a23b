/** Layers in pure Java, dense ones and those of kept weights alone. */
@NamedInterface("pure")
@NullMarked
package dev.winnow.network.pure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
