/** The command {@code bench}: how fast this machine trains, beside what else there is. */
@NullMarked
package dev.winnow.command.bench;

import org.jspecify.annotations.NullMarked;
