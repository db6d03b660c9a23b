/** One class per pruning criterion. */
@NullMarked
package dev.winnow.lottery.criterion;

import org.jspecify.annotations.NullMarked;
