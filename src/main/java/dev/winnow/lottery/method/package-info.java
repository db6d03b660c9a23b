/** The methods, one class each. */
@NullMarked
package dev.winnow.lottery.method;

import org.jspecify.annotations.NullMarked;
