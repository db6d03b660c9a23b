/** One class per control arm. */
@NullMarked
package dev.winnow.lottery.arm;

import org.jspecify.annotations.NullMarked;
