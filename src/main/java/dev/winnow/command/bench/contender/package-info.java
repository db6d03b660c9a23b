/** What a bench measures: a piece of work that can be done again and again. */
@NullMarked
package dev.winnow.command.bench.contender;

import org.jspecify.annotations.NullMarked;
