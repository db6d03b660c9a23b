/** One training from its first batch to its last evaluation, whatever computes the gradients. */
@NamedInterface("loop")
@NullMarked
package dev.winnow.engine.loop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
