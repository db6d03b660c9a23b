/** What flows through a network of absolute values, in double precision and without data. */
@NamedInterface("flow")
@NullMarked
package dev.winnow.lottery.criterion.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
